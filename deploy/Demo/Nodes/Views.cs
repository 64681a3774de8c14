namespace CaseCoordination.Demo.Nodes;

// What the story reads of the services' answers; whatever else they say is left alone.

internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

internal sealed record RegisteredAuthority(string Code, string Name, string TimeZone);

internal sealed record RegisteredInstrument(string Id, string Title, string ContentHash);

internal sealed record Replica(string Digest);

internal sealed record CaseSheet
{
    public required Guid Id { get; init; }
    public required string Reference { get; init; }
    public required string Stage { get; init; }
    public required string Role { get; init; }
    public required string Lead { get; init; }
    public IReadOnlyList<PartnerLine> Partners { get; init; } = [];
    public LeadOfferLine? LeadOffer { get; init; }
    public IReadOnlyList<SubjectLine> Subjects { get; init; } = [];
    public IReadOnlyList<ExhibitLine> Exhibits { get; init; } = [];
    public IReadOnlyList<string> Groups { get; init; } = [];
    public string? Outcome { get; init; }
    public string? LeadOutcome { get; init; }

    public PartnerLine? Partner(string authority) => Partners.FirstOrDefault(p => p.Authority == authority);
}

internal sealed record PartnerLine(
    string Authority,
    string State,
    string? Reason,
    string? Explanation,
    string? Ground,
    string? Outcome,
    Guid? LetterId
);

internal sealed record LeadOfferLine(string From, string To, DateTimeOffset AnswerBy);

internal sealed record SubjectLine(Guid Id, string Kind, string Name, IReadOnlyList<IdentifierLine> Identifiers);

internal sealed record IdentifierLine(string Scheme, string Value);

internal sealed record ExhibitLine(Guid Id, string Title, string Sha256, long Size, bool IsStored);

internal sealed record TimelineEntry(long Version, string What);

internal sealed record LetterSummary(Guid LetterId, string Direction, string Counterpart, string Kind, string State);

internal sealed record Evidence(string What, DateTimeOffset At, string? Detail = null);

internal sealed record LetterBasis(string Outcome, string Instrument, string? Version, IReadOnlyList<string> Citations);

internal sealed record LetterLife
{
    public required Guid LetterId { get; init; }
    public required string Direction { get; init; }
    public required string Sender { get; init; }
    public required string Recipient { get; init; }
    public required string Kind { get; init; }
    public required string State { get; init; }
    public string? Reason { get; init; }
    public string? Explanation { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
    public bool HasDiverged { get; init; }
    public required string ContentHash { get; init; }
    public required LetterBasis Basis { get; init; }
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    public bool IsOutbound => Direction == "outbound";
}

internal sealed record RequestSheet(
    Guid Id,
    string Reference,
    string State,
    DateTimeOffset? SubmittedAt,
    AnswerLine? Answer,
    RefusalLine? Refusal
);

internal sealed record AnswerLine(string Text, IReadOnlyList<Guid> Packages);

internal sealed record RefusalLine(
    string Ground,
    string Reason,
    IReadOnlyList<string> Citations,
    IReadOnlyList<string> Duties
);

internal sealed record ExplainedAnswer(
    Guid? AnsweredBy,
    long? Records,
    string? Outcome,
    string? Instrument,
    IReadOnlyList<string> Citations,
    IReadOnlyList<ExplainedRule> Rules
);

internal sealed record ExplainedRule(Guid Rule, string Name, IReadOnlyList<string> Explanation);

internal sealed record PackageSheet(
    Guid Id,
    long Version,
    string Reference,
    string State,
    IReadOnlyList<PackageItem> Items
);

internal sealed record PackageItem(
    int Number,
    string Name,
    long Size,
    string Sha256,
    string Originator,
    IReadOnlyList<string> Chain,
    IReadOnlyList<string> Withheld
);

internal sealed record HoldingLine(Guid Id, string State);

internal sealed record HoldingSheet(Guid Id, string State, IReadOnlyList<string> InWords);

internal sealed record ConsentSheet(Guid Id, string State, bool WaitsForUs);

internal sealed record CustodyEntry(
    DateTimeOffset At,
    string What,
    string? Who,
    string? About,
    string? Detail,
    string? Note
);
