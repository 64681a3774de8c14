using CaseCoordination.Decider;
using CaseCoordination.TreatyRegistry.Participations.Domain;
using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Participations;

/// <summary>A party is out from a day on.</summary>
internal static class Withdraw
{
    public static Decision<ParticipationEvent> Decide(
        PartyRecord record,
        ParticipationChange change,
        ChangeSource source
    ) =>
        (record, change) switch
        {
            ({ Status: PartyStatus.Withdrawn }, _) when change.To is null || change.To == record.To => new NoChange(),
            ({ Status: PartyStatus.Withdrawn }, _) => PartyRefusals.Withdrawn,
            (_, { To: null }) => new Refusal("last-day-missing", "A withdrawal has a first day out.", "to"),
            (_, { To: { } to }) when to <= record.From => PartyRefusals.EndsBeforeItBegins,
            _ => new PartyWithdrew(record with { Status = PartyStatus.Withdrawn, To = change.To }, source),
        };
}
