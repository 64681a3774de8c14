using CaseCoordination.Testing;
using CaseCoordination.TreatyRegistry.Participations;
using CaseCoordination.TreatyRegistry.Participations.Domain;
using CaseCoordination.TreatyRegistry.Proposals.Domain;
using static CaseCoordination.TreatyRegistry.Tests.Samples;

namespace CaseCoordination.TreatyRegistry.Tests.Participations;

public sealed class ParticipationProposalTests
{
    private static readonly ParticipationChangeProposed Suspension = new(
        ProposalId,
        Of(ParticipationChange.Suspension),
        Today.AddDays(5),
        Noon.AddDays(5),
        "Its powers are under review.",
        "registrar",
        Noon
    );

    private static readonly ParticipationChangeApproved Approved = new(ProposalId, "registrar2", Noon);

    [Fact]
    public void A_suspension_is_proposed() =>
        new Given<Participation, ParticipationEvent>(Acceded)
            .When(p => ProposeParticipationChange.Decide(p, Suspension, Open))
            .Then(Suspension);

    [Fact]
    public void A_change_against_the_rules_of_the_instrument_is_not_proposed() =>
        new Given<Participation, ParticipationEvent>(Acceded)
            .When(p => ProposeParticipationChange.Decide(p, Suspension, Open with { OpenTo = ["XB-DAC"] }))
            .ThenRefused("instrument-closed");

    [Fact]
    public void Its_proposer_does_not_approve_it() =>
        new Given<Participation, ParticipationEvent>(Acceded, Suspension)
            .When(p => DecideParticipationProposal.Approve(p, ProposalId, Open, "registrar", Noon))
            .ThenRefused("same-person");

    [Fact]
    public void Approved_it_waits_for_its_day() =>
        new Given<Participation, ParticipationEvent>(Acceded, Suspension)
            .When(p => DecideParticipationProposal.Approve(p, ProposalId, Open, "registrar2", Noon))
            .Then(Approved);

    [Fact]
    public void The_rules_are_asked_again_at_the_approval() =>
        new Given<Participation, ParticipationEvent>(Acceded, Suspension)
            .When(p =>
                DecideParticipationProposal.Approve(p, ProposalId, Open with { Instrument = false }, "registrar2", Noon)
            )
            .ThenRefused("instrument-unpublished");

    [Fact]
    public void On_its_day_it_takes_effect_as_both_agreed() =>
        new Given<Participation, ParticipationEvent>(Acceded, Suspension, Approved)
            .When(p => DecideParticipationProposal.TakeEffect(p, ProposalId, Noon.AddDays(5)))
            .Then(
                new PartySuspended(
                    Party(4) with
                    {
                        Status = PartyStatus.Suspended,
                    },
                    new ChangeSource("registrar", "registrar2", ProposalId, null, Noon.AddDays(5))
                )
            );

    [Fact]
    public void On_its_day_it_lapses_when_the_party_has_withdrawn() =>
        new Given<Participation, ParticipationEvent>(
            Acceded,
            Suspension,
            Approved,
            new PartyWithdrew(Party(4) with { Status = PartyStatus.Withdrawn, To = Today }, ByTwo)
        )
            .When(p => DecideParticipationProposal.TakeEffect(p, ProposalId, Noon.AddDays(5)))
            .Then(new ParticipationChangeLapsed(ProposalId, "withdrawn", Noon.AddDays(5)));

    [Fact]
    public void It_is_rejected_with_a_reason() =>
        new Given<Participation, ParticipationEvent>(Acceded, Suspension)
            .When(p => DecideParticipationProposal.Reject(p, ProposalId, "Not yet.", "registrar2", Noon))
            .Then(new ParticipationChangeRejected(ProposalId, "Not yet.", "registrar2", Noon));
}
