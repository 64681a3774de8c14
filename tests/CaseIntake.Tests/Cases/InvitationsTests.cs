using CaseCoordination.CaseIntake.Cases;
using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Testing;
using static CaseCoordination.CaseIntake.Tests.Samples;

namespace CaseCoordination.CaseIntake.Tests.Cases;

public sealed class InvitationsTests
{
    private static readonly InvitePartners Invite = new([new("MSB-KNA")], null);

    [Fact]
    public void A_further_authority_is_invited()
    {
        var state = new Given<Case, CaseEvent>(Joined).State;
        var decision = InvitePartners.Decide(state, Invite, Turn(), TheCalendars, Settings);

        var events = Assert.IsType<Decider.Events<CaseEvent>>(decision).Happened;
        Assert.Equal(1, Assert.IsType<PartnerInvited>(events[0]).Round);
        Assert.Equal("MSB-KNA", Assert.IsType<LetterWritten>(events[1]).To);
    }

    [Fact]
    public void An_authority_that_declined_is_invited_in_a_new_round()
    {
        var state = new Given<Case, CaseEvent>(AllAnswered).State;
        var decision = InvitePartners.Decide(state, new([new(Other)], null), Turn(), TheCalendars, Settings);

        Assert.Equal(
            2,
            Assert.IsType<PartnerInvited>(Assert.IsType<Decider.Events<CaseEvent>>(decision).Happened[0]).Round
        );
    }

    [Fact]
    public void Whoever_is_invited_or_in_is_not_invited_again() =>
        new Given<Case, CaseEvent>(Joined)
            .When(c => InvitePartners.Decide(c, new([new(ThePartner)], null), Turn(), TheCalendars, Settings))
            .ThenRefused("invited-twice");

    [Fact]
    public void A_draft_invites_by_being_filed() =>
        new Given<Case, CaseEvent>(Draft)
            .When(c => InvitePartners.Decide(c, Invite, Turn(), TheCalendars, Settings))
            .ThenRefused("not-filed");

    [Fact]
    public void A_partner_invites_nobody() =>
        new Given<Case, CaseEvent>(Samples.PartnerJoined)
            .When(c => InvitePartners.Decide(c, Invite, Turn(), TheCalendars, Settings))
            .ThenRefused("not-the-lead");

    [Fact]
    public void Nobody_is_invited_while_the_investigation_is_suspended() =>
        new Given<Case, CaseEvent>([.. Joined, new CaseSuspended(1, "Court", Officer, Noon)])
            .When(c => InvitePartners.Decide(c, Invite, Turn(), TheCalendars, Settings))
            .ThenRefused("case-suspended");

    [Fact]
    public void Nobody_is_invited_while_the_lead_is_offered() =>
        new Given<Case, CaseEvent>(Offered)
            .When(c => InvitePartners.Decide(c, Invite, Turn(), TheCalendars, Settings))
            .ThenRefused("lead-offer-open");

    [Fact]
    public void An_unanswered_invitation_is_taken_back() =>
        new Given<Case, CaseEvent>(Open)
            .When(c => WithdrawInvitation.Decide(c, new(ThePartner), Turn()))
            .Then(
                new InvitationWithdrawn(ThePartner, Officer, Noon),
                Letter(
                    ThePartner,
                    LetterKinds.Withdrawal,
                    new WithdrawalLetter { Term = 0, Round = 1 },
                    InvitationId,
                    Turn(),
                    closing: true
                )
            );

    [Fact]
    public void An_answered_invitation_is_not_taken_back() =>
        new Given<Case, CaseEvent>(Joined)
            .When(c => WithdrawInvitation.Decide(c, new(ThePartner), Turn()))
            .ThenRefused("invitation-answered");

    [Fact]
    public void What_was_not_sent_is_not_taken_back() =>
        new Given<Case, CaseEvent>(Joined)
            .When(c => WithdrawInvitation.Decide(c, new("MSB-KNA"), Turn()))
            .ThenRefused("not-invited");

    [Fact]
    public void A_partner_takes_no_invitation_back() =>
        new Given<Case, CaseEvent>(Samples.PartnerJoined)
            .When(c => WithdrawInvitation.Decide(c, new(Other), Turn()))
            .ThenRefused("not-the-lead");
}
