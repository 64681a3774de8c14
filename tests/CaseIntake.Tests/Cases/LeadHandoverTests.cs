using CaseCoordination.CaseIntake.Cases;
using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Testing;
using static CaseCoordination.CaseIntake.Tests.Samples;

namespace CaseCoordination.CaseIntake.Tests.Cases;

public sealed class LeadHandoverTests
{
    [Fact]
    public void The_lead_is_offered_with_the_roster() =>
        new Given<Case, CaseEvent>(TwoJoined)
            .When(c => Offer(c, ThePartner))
            .Then(
                Samples.Offer(ThePartner) with
                {
                    LetterId = LetterIds.Of(Seed, ThePartner, LetterKinds.LeadOffer),
                },
                Letter(
                    ThePartner,
                    LetterKinds.LeadOffer,
                    new LeadOfferLetter
                    {
                        Term = 0,
                        Members = [ThePartner, Other],
                        Pauses = 0,
                        AnswerBy = WorkingDays(5),
                    },
                    InvitationId,
                    Turn()
                )
            );

    [Fact]
    public void It_is_offered_only_to_who_joined() =>
        new Given<Case, CaseEvent>(AllAnswered).When(c => Offer(c, Other)).ThenRefused("partner-not-joined");

    [Fact]
    public void Open_invitations_are_answered_first() =>
        new Given<Case, CaseEvent>(Joined).When(c => Offer(c, ThePartner)).ThenRefused("invitations-open");

    [Fact]
    public void It_is_offered_to_one_at_a_time() =>
        new Given<Case, CaseEvent>([.. TwoJoined, Samples.Offer(ThePartner)])
            .When(c => Offer(c, Other))
            .ThenRefused("lead-offer-open");

    [Fact]
    public void A_suspended_investigation_is_resumed_first() =>
        new Given<Case, CaseEvent>([.. AllAnswered, new CaseSuspended(1, "Court", Officer, Noon)])
            .When(c => Offer(c, ThePartner))
            .ThenRefused("case-suspended");

    [Fact]
    public void A_partner_has_no_lead_to_offer() =>
        new Given<Case, CaseEvent>(Samples.PartnerJoined).When(c => Offer(c, Other)).ThenRefused("not-the-lead");

    [Fact]
    public void The_partner_takes_the_lead()
    {
        var after = new Given<Case, CaseEvent>(PartnerOffered)
            .When(c => AcceptLead.Decide(c, Turn()))
            .ThenOnce(
                new LeadTaken(Officer, Noon),
                Letter(
                    Lead,
                    LetterKinds.LeadAcceptance,
                    new LeadAcceptanceLetter { Offer = OfferId },
                    InvitationId,
                    Turn()
                )
            );

        Assert.Equal((CaseRole.Lead, ThePartner, 1), (after.Role, after.Lead, after.Term));
        Assert.Equal([Lead, Other], after.Joined);
        Assert.IsType<Unchanged<CaseEvent>>(AcceptLead.Decide(after, Turn()));
    }

    [Fact]
    public void What_is_not_offered_is_not_taken() =>
        new Given<Case, CaseEvent>(Samples.PartnerJoined)
            .When(c => AcceptLead.Decide(c, Turn()))
            .ThenRefused("no-lead-offer");

    [Fact]
    public void The_lead_is_not_taken_after_its_last_day() =>
        new Given<Case, CaseEvent>(PartnerOffered)
            .When(c => AcceptLead.Decide(c, Turn(hours: 24 * 8)))
            .ThenRefused("lead-offer-lapsed");

    [Fact]
    public void Who_leads_has_nobodys_lead_to_take() =>
        new Given<Case, CaseEvent>(Joined).When(c => AcceptLead.Decide(c, Turn())).ThenRefused("not-a-partner");

    [Fact]
    public void The_partner_does_not_take_the_lead() =>
        new Given<Case, CaseEvent>(PartnerOffered)
            .When(c => RefuseLead.Decide(c, new("No capacity."), Turn()))
            .Then(
                new LeadDeclined("No capacity.", Officer, Noon),
                Letter(
                    Lead,
                    LetterKinds.LeadRefusal,
                    new LeadRefusalLetter { Offer = OfferId, Reason = "No capacity." },
                    InvitationId,
                    Turn(),
                    closing: true
                )
            );

    [Fact]
    public void Who_left_refuses_no_lead() =>
        new Given<Case, CaseEvent>([.. Samples.PartnerJoined, new InvestigationLeft("Done", Officer, Noon)])
            .When(c => RefuseLead.Decide(c, new(""), Turn()))
            .ThenRefused("not-joined");

    private static Decision<CaseEvent> Offer(Case current, string to) =>
        OfferLead.Decide(current, new(to), Turn(), TheCalendars, Settings);
}
