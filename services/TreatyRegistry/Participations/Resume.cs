using CaseCoordination.Decider;
using CaseCoordination.TreatyRegistry.Participations.Domain;
using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Participations;

/// <summary>A suspended party takes part again.</summary>
internal static class Resume
{
    public static Decision<ParticipationEvent> Decide(PartyRecord record, ChangeSource source) =>
        record.Status switch
        {
            PartyStatus.Full => new NoChange(),
            PartyStatus.Withdrawn => PartyRefusals.Withdrawn,
            PartyStatus.Committed => new Refusal("not-suspended", "Propose its accession instead.", "what"),
            _ => new PartyResumed(record with { Status = PartyStatus.Full }, source),
        };
}
