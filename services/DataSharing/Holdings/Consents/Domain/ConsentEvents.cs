using CaseCoordination.DataSharing.Holdings.Domain;

namespace CaseCoordination.DataSharing.Holdings.Consents.Domain;

/// <summary>Everything that can happen to a consent or notice, at every authority along the chain; stored names are in <c>HoldingsModule</c>.</summary>
public abstract record ConsentEvent;

public sealed record ConsentSought(
    Guid ConsentId,
    string Authority,
    Guid Holding,
    Asked Asked,
    string[] Groups,
    string[] Members,
    string Provider,
    Guid LetterId,
    string By,
    DateTimeOffset At
) : ConsentEvent;

public sealed record ConsentReceived(
    Guid ConsentId,
    string Authority,
    string From,
    Guid Trail,
    Asked Asked,
    string[] Groups,
    string[] Members,
    Guid LetterId,
    DateTimeOffset At
) : ConsentEvent;

public sealed record ConsentForwarded(string Provider, string[] Of, Guid LetterId, DateTimeOffset At) : ConsentEvent;

public sealed record ConsentSaid(Say Say) : ConsentEvent;

// Letters and clocks.
public sealed record ConsentLetterWritten(LetterOut Letter) : ConsentEvent;

public sealed record ConsentLetterTaken(LetterIn Letter) : ConsentEvent;

public sealed record ConsentLetterMoved(LetterNews News) : ConsentEvent;

public sealed record ConsentClockWarned(string Key, DateTimeOffset DueAt, DateTimeOffset At) : ConsentEvent;

public sealed record ConsentClockFailed(string Key, DateTimeOffset DueAt, DateTimeOffset At) : ConsentEvent;
