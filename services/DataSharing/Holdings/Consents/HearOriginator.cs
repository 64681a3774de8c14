using CaseCoordination.DataSharing.Holdings.Consents.Domain;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Holdings.Consents;

/// <summary>What an originator says reaches this file, and goes on to whoever asked here.</summary>
public static class HearOriginator
{
    public static Decision<ConsentEvent> Decide(Consent current, ReceivedLetter letter, Say say, DateTimeOffset now)
    {
        if (!current.IsKnown)
        {
            return new Refusal("consent-not-yet-here", "The letter came before its cause.");
        }

        var reason =
            current.Provider != letter.Sender ? "sender-not-asked"
            : say.Authority == current.Authority || !current.Asked.Of.Contains(say.Authority) ? "originator-not-asked"
            : current.Says.Any(s => s.Authority == say.Authority) ? "told-before"
            : null;
        var taken = HearAsker.Taken(current, letter, now, reason);
        if (reason is not null)
        {
            return taken;
        }

        return current.AskedBy is null
            ? new ConsentEvent[] { taken, new ConsentSaid(say) }
            : new ConsentEvent[]
            {
                taken,
                new ConsentSaid(say),
                Outbound.Answer(current, say, new Turn(HoldingReception.By, letter.LetterId, now)),
            };
    }

    /// <summary>The same in the holder's chain of custody, where the answer has its effect.</summary>
    public static Decision<HoldingEvent> Record(Holding current, Consent consent, DateTimeOffset now)
    {
        var heard =
            current
                .Permissions.FirstOrDefault(p => p.Consent == consent.Id)
                ?.Says.Select(s => s.Authority)
                .ToHashSet(StringComparer.Ordinal)
            ?? [];
        return consent
            .Says.Where(s => !heard.Contains(s.Authority))
            .Select(
                HoldingEvent (s) =>
                    new HoldingPermissionHeard(
                        consent.Id,
                        consent.Asked.Mode,
                        consent.Asked.Act,
                        consent.Asked.Of,
                        s,
                        now
                    )
            )
            .ToArray();
    }
}
