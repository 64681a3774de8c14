namespace CaseCoordination.Correspondence.Domain;

/// <summary>What something is about in the law's words: a matter, over something, done between two days.</summary>
public sealed record Matter(
    string Code,
    string Over,
    string FinancialInstrument,
    string? ConductFrom = null,
    string? ConductTo = null
)
{
    public static Matter None { get; } = new("", "", "unknown");
}

/// <summary>An identifier of a subject in its normalised spelling.</summary>
public sealed record SubjectIdentifier(string Scheme, string Value);

/// <summary>The legal basis that a border named for a letter.</summary>
public sealed record Basis(string Outcome, string Instrument, string? Version, string[] Citations);

/// <summary>A letter of a file on its way out.</summary>
public sealed record SentLetter(Guid Id, string To, string Kind, string State, string? Reason, DateTimeOffset At);

/// <summary>A clock that runs: who has to act, on what, since when.</summary>
public sealed record Clock(
    string Key,
    string On,
    string Awaits,
    DateTimeOffset Since,
    DateTimeOffset WarnAt,
    DateTimeOffset FailAt
)
{
    public bool HasWarned { get; init; }
    public bool HasFailed { get; init; }
}
