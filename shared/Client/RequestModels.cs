namespace CaseCoordination.Client;

/// <summary>A request for assistance to draft; each authority gets one of its own.</summary>
public sealed record NewRequest
{
    /// <summary>Codes of the authorities asked.</summary>
    public required IReadOnlyList<string> To { get; init; }
    public required RequestContent Content { get; init; }
    public Guid? CaseId { get; init; }

    /// <summary>Who may know of it; absent for the caller's groups.</summary>
    public IReadOnlyList<string>? Groups { get; init; }
    public IReadOnlyList<string>? Members { get; init; }
}

/// <summary>What is asked.</summary>
public sealed record RequestContent
{
    public required string Title { get; init; }
    public required IReadOnlyList<RequestMatter> Matters { get; init; }

    /// <summary>Codes of the treaty vocabulary, such as info.files.</summary>
    public required IReadOnlyList<string> Assistance { get; init; }
    public string? Instrument { get; init; }
    public bool Pinned { get; init; }
    public bool Urgent { get; init; }
    public bool Oral { get; init; }

    /// <summary>Two letters, such as en.</summary>
    public string? Language { get; init; }

    /// <summary>The instrument's form, filled in.</summary>
    public IReadOnlyDictionary<string, string>? Fields { get; init; }
    public IReadOnlyList<RequestSubject>? Subjects { get; init; }

    /// <summary>Answers to the law's questions: yes, no or unknown.</summary>
    public IReadOnlyDictionary<string, string>? Facts { get; init; }

    /// <summary>A day, as YYYY-MM-DD.</summary>
    public string? ReplyBy { get; init; }
    public string? Tlp { get; init; }
}

/// <summary>What something is about; days as YYYY-MM-DD.</summary>
public sealed record RequestMatter(
    string Code,
    string Over,
    string? FinancialInstrument = null,
    string? ConductFrom = null,
    string? ConductTo = null
);

/// <summary>Whom or what a request is about: person, entity, venue, wallet or account.</summary>
public sealed record RequestSubject(string Kind, string Name, IReadOnlyList<SubjectIdentifier>? Identifiers = null);

/// <summary>An identifier such as <c>lei</c> and its value.</summary>
public sealed record SubjectIdentifier(string Scheme, string Value);

/// <summary>What a list of requests is narrowed to.</summary>
public sealed record RequestQuery
{
    public string? State { get; init; }

    /// <summary>asker or asked.</summary>
    public string? Side { get; init; }
    public string? Partner { get; init; }
    public string? Instrument { get; init; }
    public string? WaitsOn { get; init; }
    public string? DueBefore { get; init; }
    public Guid? Ask { get; init; }

    /// <summary>Words that must occur.</summary>
    public string? Q { get; init; }
    public int? Size { get; init; }
}

/// <summary>One request in a list.</summary>
public sealed record RequestLine(
    Guid Id,
    Guid Ask,
    string Reference,
    string? Title,
    string State,
    string Side,
    string Partner,
    string? Instrument,
    bool IsPaused,
    bool IsEscalated,
    DateTimeOffset? DueAt,
    DateTimeOffset OpenedAt,
    DateTimeOffset ChangedAt,
    long Version
);

/// <summary>A request as the caller may know it.</summary>
public sealed record RequestFile
{
    public required Guid Id { get; init; }
    public required long Version { get; init; }
    public required Guid Ask { get; init; }
    public required string Authority { get; init; }

    /// <summary>asker or asked.</summary>
    public required string Side { get; init; }
    public required string Partner { get; init; }
    public required string Reference { get; init; }
    public string? TheirReference { get; init; }
    public required string State { get; init; }
    public bool IsPaused { get; init; }
    public bool IsEscalated { get; init; }
    public bool IsOutline { get; init; }
    public Guid? CaseId { get; init; }
    public FiledContent? Content { get; init; }
    public RequestBasis? Basis { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }
    public DateTimeOffset? DeliveredAt { get; init; }
    public DateTimeOffset? AcknowledgedAt { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public IReadOnlyList<RequestQuestion> Clarifications { get; init; } = [];
    public IReadOnlyList<RequestAnswer> PartAnswers { get; init; } = [];
    public RequestAnswer? Answer { get; init; }
    public RequestRefusal? Refusal { get; init; }
}

/// <summary>What is asked, as it was filed.</summary>
public sealed record FiledContent(
    string Title,
    IReadOnlyList<RequestMatter> Matters,
    IReadOnlyList<string> Assistance,
    string? Instrument,
    bool Urgent,
    bool Oral,
    string Language,
    IReadOnlyList<FilledField> Fields,
    IReadOnlyList<RequestSubject> Subjects,
    string Tlp
);

/// <summary>A field of the instrument's form, filled in.</summary>
public sealed record FilledField(string Field, string Text);

/// <summary>The legal basis that the border named.</summary>
public sealed record RequestBasis(string Outcome, string Instrument, string? Version, IReadOnlyList<string> Citations);

/// <summary>A question about a request, and its reply.</summary>
public sealed record RequestQuestion(int Number, string Question, string? Reply, DateTimeOffset At);

/// <summary>What was answered, and the packages released with it.</summary>
public sealed record RequestAnswer(int Number, string Text, IReadOnlyList<Guid> Packages, DateTimeOffset At);

/// <summary>Why a request was refused.</summary>
public sealed record RequestRefusal(string Ground, string Reason, IReadOnlyList<string> Citations, DateTimeOffset At);
