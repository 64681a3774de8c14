using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Testing;
using static CaseCoordination.CaseIntake.Tests.Samples;

namespace CaseCoordination.CaseIntake.Tests.Inbound;

public sealed class ReceiveInvitationTests
{
    private static readonly InvestigationLeft Left = new("Done", Officer, Noon);

    [Fact]
    public void An_invitation_opens_a_file_for_those_who_take_invitations_in()
    {
        var letter = Received(Lead, LetterKinds.Invitation, Letters.Invitation);
        new Given<Case, CaseEvent>()
            .When(Reading(letter))
            .Then(
                Taken(letter),
                InvitationArrived with
                {
                    LetterId = letter.LetterId,
                },
                TheSubject with
                {
                    By = Lead,
                },
                TheAllegation with
                {
                    By = Lead,
                }
            );
    }

    [Theory]
    [InlineData("crypto-derivatives", "digital-assets")]
    [InlineData("spot-crypto-assets", "digital-assets")]
    [InlineData("securities", "market-abuse")]
    public void What_the_matter_is_over_decides_who_takes_it_in(string over, string group)
    {
        Assert.Equal([group], Settings.IntakeGroupsFor(over));
        Assert.Equal(["x"], (Settings with { OtherIntakeGroups = ["x"] }).IntakeGroupsFor("securities"));
        Assert.Equal(
            ["y"],
            (Settings with { IntakeGroups = new Dictionary<string, string[]> { [over] = ["y"] } }).IntakeGroupsFor(over)
        );
    }

    [Fact]
    public void A_new_round_after_leaving_invites_again_into_the_same_file()
    {
        var letter = Received(Lead, LetterKinds.Invitation, Letters.Invitation with { Round = 2 });
        new Given<Case, CaseEvent>([.. Samples.PartnerJoined, Left])
            .When(Reading(letter))
            .Then(Taken(letter), InvitationArrived with { LetterId = letter.LetterId, Round = 2 });
    }

    [Fact]
    public void An_overtaken_round_is_set_aside()
    {
        var letter = Received(Lead, LetterKinds.Invitation, Letters.Invitation);
        new Given<Case, CaseEvent>([.. Samples.PartnerJoined, Left])
            .When(Reading(letter))
            .Then(SetAside(letter, "overtaken"));
    }

    [Fact]
    public void A_new_round_says_that_the_former_one_has_ended_even_before_its_withdrawal()
    {
        var letter = Received(Lead, LetterKinds.Invitation, Letters.Invitation with { Round = 2 });
        var after = new Given<Case, CaseEvent>(Samples.PartnerJoined)
            .When(Reading(letter))
            .ThenOnce(Taken(letter), InvitationArrived with { LetterId = letter.LetterId, Round = 2 });

        Assert.Equal(CaseStage.Invited, after.Stage);
    }

    [Fact]
    public void An_invitation_of_a_lead_not_yet_known_waits()
    {
        var letter = Received(Other, LetterKinds.Invitation, Letters.Invitation with { Term = 1 });
        new Given<Case, CaseEvent>(Samples.PartnerJoined).When(Reading(letter)).ThenRefused("lead-not-yet-known");
        new Given<Case, CaseEvent>(Samples.PartnerInvited).When(Reading(letter)).ThenRefused("lead-not-yet-known");
    }

    [Fact]
    public void An_invitation_of_a_former_lead_is_overtaken()
    {
        var letter = Received(Lead, LetterKinds.Invitation, Letters.Invitation with { Round = 2 });
        new Given<Case, CaseEvent>([
            .. Samples.PartnerJoined,
            new RosterReceived(Other, 1, 1, [ThePartner], 0, false, Noon),
            Left,
        ])
            .When(Reading(letter))
            .Then(SetAside(letter, "overtaken"));
    }

    [Fact]
    public void Who_leads_is_not_invited()
    {
        var letter = Received(Lead, LetterKinds.Invitation, Letters.Invitation with { Round = 2, Term = 1 });
        new Given<Case, CaseEvent>([.. PartnerOffered, new LeadTaken(Officer, Noon)])
            .When(Reading(letter))
            .Then(SetAside(letter, "already-joined"));
    }

    [Fact]
    public void Another_authority_does_not_take_an_invitation_over()
    {
        var letter = Received(Other, LetterKinds.Invitation, Letters.Invitation with { Round = 2 });
        new Given<Case, CaseEvent>(Samples.PartnerInvited)
            .When(Reading(letter))
            .Then(SetAside(letter, "already-invited"));
    }

    [Fact]
    public void A_file_of_ones_own_is_not_drawn_into_anothers_matter()
    {
        var letter = Received(ThePartner, LetterKinds.Invitation, Letters.Invitation);
        new Given<Case, CaseEvent>(Draft).When(Reading(letter)).Then(SetAside(letter, "conversation-of-another-case"));
    }

    [Fact]
    public void A_closed_file_is_not_reopened_by_letter()
    {
        var letter = Received(Lead, LetterKinds.Invitation, Letters.Invitation with { Round = 2 });
        new Given<Case, CaseEvent>([.. Samples.PartnerJoined, Left, new CaseClosed("warned", "", Officer, Noon)])
            .When(Reading(letter))
            .Then(SetAside(letter, "case-closed"));
    }

    [Fact]
    public void A_withdrawal_wins_over_a_joining_that_crossed_it()
    {
        var letter = Received(Lead, LetterKinds.Withdrawal, new WithdrawalLetter { Term = 0, Round = 1 });
        new Given<Case, CaseEvent>(Samples.PartnerJoined)
            .When(Reading(letter))
            .Then(Taken(letter), new InvitationTakenBack(Lead, Noon));
    }

    [Theory]
    [InlineData(0, "overtaken")]
    public void A_withdrawal_of_an_earlier_round_changes_nothing(int round, string reason)
    {
        var letter = Received(Lead, LetterKinds.Withdrawal, new WithdrawalLetter { Term = 0, Round = round });
        new Given<Case, CaseEvent>(Samples.PartnerInvited).When(Reading(letter)).Then(SetAside(letter, reason));
    }

    [Fact]
    public void A_withdrawal_waits_for_its_invitation()
    {
        var letter = Received(Lead, LetterKinds.Withdrawal, new WithdrawalLetter { Term = 0, Round = 2 });
        new Given<Case, CaseEvent>().When(Reading(letter)).ThenRefused("invitation-not-yet-here");
        new Given<Case, CaseEvent>(Samples.PartnerInvited).When(Reading(letter)).ThenRefused("invitation-not-yet-here");
    }

    [Fact]
    public void Only_the_inviter_withdraws()
    {
        var letter = Received(Other, LetterKinds.Withdrawal, new WithdrawalLetter { Term = 0, Round = 1 });
        new Given<Case, CaseEvent>(Samples.PartnerInvited)
            .When(Reading(letter))
            .Then(SetAside(letter, "sender-not-the-inviter"));
    }
}
