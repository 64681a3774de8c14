using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Inbound;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Testing;
using static CaseCoordination.CaseIntake.Tests.Samples;

namespace CaseCoordination.CaseIntake.Tests.Inbound;

/// <summary>What the lead records of its partners' answers.</summary>
public sealed class RecordAnswersTests
{
    private static readonly ReceivedLetter Acknowledgement = Received(
        ThePartner,
        LetterKinds.Acknowledgement,
        new AcknowledgementLetter { Round = 1 }
    );
    private static readonly ReceivedLetter Joining = Received(
        Other,
        LetterKinds.Joining,
        new JoiningLetter { Round = 1 }
    );
    private static readonly ReceivedLetter Declining = Received(
        ThePartner,
        LetterKinds.Declining,
        new DecliningLetter
        {
            Round = 1,
            Ground = "not-needed",
            Reason = "We see no case.",
        }
    );
    private static readonly ReceivedLetter Leaving = Received(
        ThePartner,
        LetterKinds.Leaving,
        new LeavingLetter { Reason = "No capacity." }
    );

    [Fact]
    public void A_person_has_the_invitation() =>
        new Given<Case, CaseEvent>(Open)
            .When(Reading(Acknowledgement))
            .Then(Taken(Acknowledgement), new PartnerAcknowledged(ThePartner, Noon));

    [Fact]
    public void A_second_acknowledgement_changes_nothing() =>
        new Given<Case, CaseEvent>([.. Open, new PartnerAcknowledged(ThePartner, Noon)])
            .When(Reading(Acknowledgement))
            .Then(SetAside(Acknowledgement, "acknowledged-before"));

    [Fact]
    public void When_one_joins_everyone_who_is_in_gets_the_roster_and_only_they() =>
        new Given<Case, CaseEvent>([.. Joined])
            .When(Reading(Joining))
            .Then(
                Taken(Joining),
                new PartnerJoined(Other, Noon),
                new RosterNumbered(0, 1, Noon),
                Roster(ThePartner, InvitationId, Joining, 1, ThePartner, Other),
                Roster(Other, OtherInvitationId, Joining, 1, ThePartner, Other)
            );

    [Fact]
    public void The_roster_says_nothing_of_who_declined_or_is_only_invited()
    {
        var joining = Received(ThePartner, LetterKinds.Joining, new JoiningLetter { Round = 1 });
        new Given<Case, CaseEvent>([
            .. Open,
            new PartnerDeclined(Other, "not-needed", "No.", Noon),
            Invited("MSB-KNA", Seed),
        ])
            .When(Reading(joining))
            .Then(
                Taken(joining),
                new PartnerJoined(ThePartner, Noon),
                new RosterNumbered(0, 1, Noon),
                Roster(ThePartner, InvitationId, joining, 1, ThePartner)
            );
    }

    [Fact]
    public void Who_joins_a_suspended_investigation_learns_it_from_the_roster()
    {
        var decision = Reading(Joining)(
            new Given<Case, CaseEvent>([.. Open, new CaseSuspended(1, "Court", Officer, Noon)]).State
        );
        var written = Assert.IsType<Decider.Events<CaseEvent>>(decision).Happened.OfType<LetterWritten>();
        var roster = LetterJson.Read<RosterLetter>(Assert.Single(written).Content);

        Assert.Equal((1, true), (roster!.Pauses, roster.IsSuspended));
    }

    [Fact]
    public void A_declining_is_recorded_and_told_to_nobody() =>
        new Given<Case, CaseEvent>([.. Open, new PartnerJoined(Other, Noon)])
            .When(Reading(Declining))
            .Then(Taken(Declining), new PartnerDeclined(ThePartner, "not-needed", "We see no case.", Noon));

    [Fact]
    public void An_answer_after_the_withdrawal_comes_too_late() =>
        new Given<Case, CaseEvent>([.. Open, new InvitationWithdrawn(Other, Officer, Noon)])
            .When(Reading(Joining))
            .Then(SetAside(Joining, "invitation-withdrawn"));

    [Fact]
    public void An_answer_to_an_earlier_round_changes_nothing() =>
        new Given<Case, CaseEvent>([.. AllAnswered, Invited(Other, Seed, round: 2)])
            .When(Reading(Joining))
            .Then(SetAside(Joining, "another-invitation"));

    [Fact]
    public void An_invitation_is_answered_once() =>
        new Given<Case, CaseEvent>(Joined).When(Reading(Declining)).Then(SetAside(Declining, "invitation-answered"));

    [Fact]
    public void A_stranger_answers_nothing()
    {
        var letter = Received("MSB-KNA", LetterKinds.Joining, new JoiningLetter { Round = 1 });
        new Given<Case, CaseEvent>(Open).When(Reading(letter)).Then(SetAside(letter, "sender-not-a-partner"));
    }

    [Fact]
    public void An_answer_to_an_unknown_matter_waits() =>
        new Given<Case, CaseEvent>().When(Reading(Joining)).ThenRefused("conversation-unknown");

    [Fact]
    public void Who_does_not_lead_takes_no_answer() =>
        new Given<Case, CaseEvent>(Samples.PartnerJoined)
            .When(Reading(Declining))
            .Then(SetAside(Declining, "not-the-lead"));

    [Fact]
    public void When_a_partner_leaves_those_who_stay_get_the_roster() =>
        new Given<Case, CaseEvent>(TwoJoined)
            .When(Reading(Leaving))
            .Then(
                Taken(Leaving),
                new PartnerLeft(ThePartner, "No capacity.", Noon),
                new RosterNumbered(0, 1, Noon),
                Roster(Other, OtherInvitationId, Leaving, 1, Other)
            );

    [Fact]
    public void A_partners_closure_is_recorded_with_its_outcome()
    {
        var letter = Received(ThePartner, LetterKinds.Closure, (ClosureLetter)Letters.All[LetterKinds.Closure]);
        new Given<Case, CaseEvent>([.. AllAnswered, new CaseClosed("settled", "", Officer, Noon)])
            .When(Reading(letter))
            .Then(Taken(letter), new PartnerClosed(ThePartner, "settled", "Penalty paid.", Noon));
    }

    [Fact]
    public void A_leaving_waits_for_the_joining_that_it_overtook() =>
        new Given<Case, CaseEvent>(Open).When(Reading(Leaving)).ThenRefused("joining-not-yet-here");

    [Fact]
    public void Who_is_not_in_does_not_leave() =>
        new Given<Case, CaseEvent>([.. Joined, new PartnerLeft(ThePartner, "Before", Noon)])
            .When(Reading(Leaving))
            .Then(SetAside(Leaving, "partner-not-in"));

    private static LetterWritten Roster(
        string to,
        Guid reliesOn,
        ReceivedLetter cause,
        int sequence,
        params string[] members
    ) =>
        Letter(
            to,
            LetterKinds.Roster,
            new RosterLetter
            {
                Term = 0,
                Sequence = sequence,
                Lead = Lead,
                Members = members,
                Pauses = 0,
                IsSuspended = false,
            },
            reliesOn,
            Reception.TurnOf(cause, Noon)
        );
}
