namespace CaseCoordination.DataSharing.Holdings.Domain;

/// <summary>Everything that can happen to a holding; stored names are in <c>HoldingsModule</c>. It is the item's chain of custody.</summary>
public abstract record HoldingEvent;

public sealed record HoldingOpened(
    Guid HoldingId,
    string Authority,
    string From,
    Guid Package,
    string Reference,
    string Title,
    Guid? Request,
    Item Item,
    Conditions Conditions,
    Basis Basis,
    Binding[] Bindings,
    string[] Groups,
    string[] Members,
    Limit? Keep,
    Limit? Delete,
    Guid LetterId,
    DateOnly ReceivedOn,
    DateTimeOffset At
) : HoldingEvent;

// Acts of the holder's people.
public sealed record HoldingRead(string What, string By, DateTimeOffset At) : HoldingEvent;

public sealed record HoldingUsed(Act Act, string Note, Ruling Ruling, string By, DateTimeOffset At) : HoldingEvent;

public sealed record HoldingExported(Act Act, string Note, Ruling Ruling, string By, DateTimeOffset At) : HoldingEvent;

public sealed record HoldingDisclosed(Act Act, string Note, Ruling Ruling, string By, DateTimeOffset At) : HoldingEvent;

public sealed record HoldingActRefused(Act Act, string Note, Ruling Ruling, string By, DateTimeOffset At)
    : HoldingEvent;

public sealed record HoldingPassedOn(Guid Trail, Guid Package, int Number, string To, string By, DateTimeOffset At)
    : HoldingEvent;

// Consents and notices; the files that ask for them are kept apart.
public sealed record HoldingPermissionSought(
    Guid Consent,
    string Mode,
    Act Act,
    string[] Of,
    string By,
    DateTimeOffset At
) : HoldingEvent;

public sealed record HoldingPermissionHeard(Guid Consent, string Mode, Act Act, string[] Of, Say Say, DateTimeOffset At)
    : HoldingEvent;

public sealed record HoldingPermissionDropped(Guid Consent, string? Reason, DateTimeOffset At) : HoldingEvent;

// What its sender says later.
public sealed record HoldingRecalled(
    Guid Notice,
    string Originator,
    string Reason,
    Limit Delete,
    Guid LetterId,
    DateTimeOffset At
) : HoldingEvent;

public sealed record HoldingCorrected(
    Guid Notice,
    string Originator,
    string Text,
    Guid? ReplacedBy,
    Guid LetterId,
    DateTimeOffset At
) : HoldingEvent;

public sealed record HoldingFollowed(Guid Trail, Whereabouts[] Onward, DateTimeOffset At) : HoldingEvent;

// Its end.
public sealed record HoldingRetentionEnded(DateTimeOffset At) : HoldingEvent;

public sealed record HoldingDeleted(
    string Cause,
    string Reason,
    string Sha256,
    Guid LetterId,
    string By,
    DateTimeOffset At
) : HoldingEvent;

// Letters and clocks.
public sealed record HoldingLetterWritten(LetterOut Letter) : HoldingEvent;

public sealed record HoldingLetterTaken(LetterIn Letter) : HoldingEvent;

public sealed record HoldingLetterMoved(LetterNews News) : HoldingEvent;

public sealed record HoldingClockWarned(string Key, DateTimeOffset DueAt, DateTimeOffset At) : HoldingEvent;

public sealed record HoldingClockFailed(string Key, DateTimeOffset DueAt, DateTimeOffset At) : HoldingEvent;
