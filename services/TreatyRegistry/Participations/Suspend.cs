using CaseCoordination.Decider;
using CaseCoordination.TreatyRegistry.Participations.Domain;
using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Participations;

/// <summary>A party is suspended: nothing is asked or given under the instrument until it is resumed.</summary>
internal static class Suspend
{
    public static Decision<ParticipationEvent> Decide(PartyRecord record, ChangeSource source) =>
        record.Status switch
        {
            PartyStatus.Suspended => new NoChange(),
            PartyStatus.Withdrawn => PartyRefusals.Withdrawn,
            PartyStatus.Committed => new Refusal("not-bound", "The authority is bound by nothing yet.", "what"),
            _ => new PartySuspended(record with { Status = PartyStatus.Suspended }, source),
        };
}
