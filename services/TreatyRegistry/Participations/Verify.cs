using CaseCoordination.Decider;
using CaseCoordination.TreatyRegistry.Participations.Domain;
using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Participations;

/// <summary>A participation was checked against the depositary's list.</summary>
internal static class Verify
{
    public static Decision<ParticipationEvent> Decide(PartyRecord record, ChangeSource source) =>
        record.Unverified ? new ParticipationVerified(record with { Unverified = false }, source) : new NoChange();
}
