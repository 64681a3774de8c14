using CaseCoordination.Decider;
using CaseCoordination.TreatyRegistry.Participations.Domain;
using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Participations;

/// <summary>What a party can do changes, or the list on which it stands.</summary>
internal static class ChangeCapabilities
{
    public static Decision<ParticipationEvent> Decide(
        PartyRecord record,
        ParticipationChange change,
        ChangeSource source
    )
    {
        var after = record with { List = change.List ?? record.List, Capabilities = change.Capabilities };
        return record.Status == PartyStatus.Withdrawn ? PartyRefusals.Withdrawn
            : record.Says(after) ? new NoChange()
            : new CapabilitiesChanged(after, source);
    }
}
