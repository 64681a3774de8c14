using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Inbound;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Testing;
using static CaseCoordination.CaseIntake.Tests.Samples;

namespace CaseCoordination.CaseIntake.Tests.Inbound;

public sealed class PassLeadTests
{
    private static readonly ReceivedLetter Acceptance = Received(
        ThePartner,
        LetterKinds.LeadAcceptance,
        new LeadAcceptanceLetter { Offer = OfferId }
    );
    private static readonly ReceivedLetter Refusal = Received(
        ThePartner,
        LetterKinds.LeadRefusal,
        new LeadRefusalLetter { Offer = OfferId, Reason = "No capacity." }
    );

    [Fact]
    public void Everyone_learns_from_the_former_lead_who_leads_now()
    {
        var after = new Given<Case, CaseEvent>([.. TwoJoined, Offer(ThePartner)])
            .When(Reading(Acceptance))
            .ThenOnce(
                Taken(Acceptance),
                new LeadPassed(ThePartner, Noon),
                new RosterNumbered(1, 1, Noon),
                Roster(ThePartner, InvitationId),
                Roster(Other, OtherInvitationId)
            );

        Assert.Equal((CaseRole.Partner, ThePartner, CaseStage.Open), (after.Role, after.Lead, after.Stage));
        Assert.Null(after.Offer);
    }

    [Fact]
    public void An_acceptance_of_an_offer_that_is_no_more_changes_nothing() =>
        new Given<Case, CaseEvent>(AllAnswered).When(Reading(Acceptance)).Then(SetAside(Acceptance, "no-such-offer"));

    [Fact]
    public void A_refusal_leaves_the_lead_where_it_is() =>
        new Given<Case, CaseEvent>(Offered)
            .When(Reading(Refusal))
            .Then(Taken(Refusal), new LeadOfferRefused(ThePartner, "No capacity.", Noon));

    [Fact]
    public void A_refusal_of_an_offer_that_is_no_more_changes_nothing() =>
        new Given<Case, CaseEvent>(AllAnswered).When(Reading(Refusal)).Then(SetAside(Refusal, "no-such-offer"));

    [Fact]
    public void When_the_offered_partner_leaves_the_offer_ends()
    {
        var letter = Received(ThePartner, LetterKinds.Leaving, new LeavingLetter { Reason = "No capacity." }, 2);
        var after = new Given<Case, CaseEvent>(Offered)
            .When(Reading(letter))
            .ThenOnce(Taken(letter), new PartnerLeft(ThePartner, "No capacity.", Noon), new RosterNumbered(0, 1, Noon));

        Assert.Null(after.Offer);
    }

    private static LetterWritten Roster(string to, Guid reliesOn) =>
        Letter(
            to,
            LetterKinds.Roster,
            new RosterLetter
            {
                Term = 1,
                Sequence = 1,
                Lead = ThePartner,
                Members = [Lead, Other],
                Pauses = 0,
                IsSuspended = false,
            },
            reliesOn,
            Reception.TurnOf(Acceptance, Noon)
        );
}
