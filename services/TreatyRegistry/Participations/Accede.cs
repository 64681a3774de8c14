using CaseCoordination.Decider;
using CaseCoordination.TreatyRegistry.Participations.Domain;
using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Participations;

/// <summary>An authority becomes party, or commits itself to seek to; also again after it had left.</summary>
internal static class Accede
{
    public static Decision<ParticipationEvent> Decide(
        Participation current,
        ParticipationChange change,
        ChangeSource source
    )
    {
        if (change.From is not { } from)
        {
            return new Refusal("first-day-missing", "An accession has a first day.", "from");
        }

        var after = new PartyRecord
        {
            Authority = change.Authority,
            InstrumentId = change.InstrumentId,
            Revision = current.Version + 1,
            Status = change.Status ?? PartyStatus.Full,
            From = from,
            List = change.List,
            Capabilities = change.Capabilities,
            Unverified = change.Unverified,
        };
        return current.Record switch
        {
            { } same when same.Says(after) => new NoChange(),
            { Status: PartyStatus.Full or PartyStatus.Suspended } => new Refusal(
                "already-party",
                "The authority is party already.",
                "what"
            ),
            { Status: PartyStatus.Withdrawn, To: { } left } when from < left => new Refusal(
                "accession-before-end",
                $"The authority was party until {left:yyyy-MM-dd}; a new accession begins then or later.",
                "from"
            ),
            _ => new PartyAcceded(after, source),
        };
    }
}
