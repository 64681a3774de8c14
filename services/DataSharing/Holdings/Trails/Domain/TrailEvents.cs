using CaseCoordination.DataSharing.Holdings.Domain;

namespace CaseCoordination.DataSharing.Holdings.Trails.Domain;

/// <summary>Everything that can happen to the trail of a released item; stored names are in <c>HoldingsModule</c>.</summary>
public abstract record TrailEvent;

public sealed record TrailOpened(
    Guid TrailId,
    string Authority,
    string To,
    Guid Package,
    string Reference,
    string Title,
    Item Item,
    Guid? SourceHolding,
    string[] Groups,
    string[] Members,
    Guid LetterId,
    string By,
    DateTimeOffset At
) : TrailEvent;

public sealed record TrailRecalled(
    Guid Notice,
    string Originator,
    string Reason,
    Limit Confirm,
    Guid LetterId,
    string By,
    DateTimeOffset At
) : TrailEvent;

public sealed record TrailCorrected(
    Guid Notice,
    string Originator,
    string Text,
    Guid? ReplacedBy,
    Limit Confirm,
    Guid LetterId,
    string By,
    DateTimeOffset At
) : TrailEvent;

public sealed record TrailConfirmed(
    int Number,
    Guid[] Confirmed,
    Whereabouts[] Onward,
    Guid LetterId,
    DateTimeOffset At
) : TrailEvent;

public sealed record TrailCertified(string Sha256, string Cause, Guid LetterId, DateTimeOffset At) : TrailEvent;

// Letters and clocks.
public sealed record TrailLetterWritten(LetterOut Letter) : TrailEvent;

public sealed record TrailLetterTaken(LetterIn Letter) : TrailEvent;

public sealed record TrailLetterMoved(LetterNews News) : TrailEvent;

public sealed record TrailClockWarned(string Key, DateTimeOffset DueAt, DateTimeOffset At) : TrailEvent;

public sealed record TrailClockFailed(string Key, DateTimeOffset DueAt, DateTimeOffset At) : TrailEvent;
