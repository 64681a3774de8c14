using CaseCoordination.Decider;
using CaseCoordination.TreatyRegistry.Participations.Domain;
using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Participations;

/// <summary>The whole record is set: an import, or the correction of a wrong one.</summary>
internal static class RecordParticipation
{
    public static Decision<ParticipationEvent> Decide(
        Participation current,
        ParticipationChange change,
        ChangeSource source
    )
    {
        if (change.From is not { } from)
        {
            return new Refusal("first-day-missing", "A participation has a first day.", "from");
        }

        var after = new PartyRecord
        {
            Authority = change.Authority,
            InstrumentId = change.InstrumentId,
            Revision = current.Version + 1,
            Status = change.Status ?? PartyStatus.Full,
            From = from,
            To = change.To,
            NoticeGiven = change.NoticeGiven,
            List = change.List,
            Capabilities = change.Capabilities,
            Unverified = change.Unverified,
        };
        return current.Record?.Says(after) == true ? new NoChange()
            : after.To <= after.From ? PartyRefusals.EndsBeforeItBegins
            : new ParticipationSet(after, source);
    }
}
