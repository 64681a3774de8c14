namespace CaseCoordination.CaseIntake.Cases.Domain;

/// <summary>What a case is about in the law's words: a matter, over something, done between two days.</summary>
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

/// <summary>What the law is asked when a letter stands on its own.</summary>
public sealed record Ask(
    string? Instrument,
    bool Pinned,
    Matter Matter,
    string[] Assistance,
    string[] Missing,
    IReadOnlyDictionary<string, string> Facts
);

/// <summary>The legal basis that a border named for a letter.</summary>
public sealed record Basis(string Outcome, string Instrument, string? Version, string[] Citations);

public sealed record Subject(Guid Id, string Kind, string Name, SubjectIdentifier[] Identifiers);

public sealed record Allegation(Guid Id, string Text, string[] Provisions);

public sealed record Exhibit(
    Guid Id,
    string Title,
    string FileName,
    string MediaType,
    long Size,
    string Sha256,
    string Tlp,
    string Handling,
    string Provenance,
    bool IsStored
);

/// <summary>A letter of this file on its way out.</summary>
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

/// <summary>Names of clocks within one case.</summary>
public static class ClockKeys
{
    public const string Acknowledgement = "acknowledgement";
    public const string LeadOffer = "lead-offer";
    public const string LeadAnswer = "lead-answer";

    public static string Answer(string authority) => $"answer.{authority}";
}

/// <summary>An offer of the lead that waits for its answer.</summary>
public sealed record LeadOffer(Guid LetterId, string From, string To, string[] Members, DateTimeOffset AnswerBy);

/// <summary>The invitation that a partner's file began with.</summary>
public sealed record Invitation(
    Guid LetterId,
    string From,
    int Round,
    string Message,
    string? ReplyBy,
    string Tlp,
    Basis Basis,
    DateTimeOffset At
);

/// <summary>How a matter ended at one authority.</summary>
public sealed record Closing(string Outcome, string Summary, DateTimeOffset At);
