namespace CaseCoordination.TreatyRegistry.Participations.Domain;

/// <summary>What is to change in a participation; which members count depends on what it is.</summary>
public sealed record ParticipationChange
{
    /// <summary>One of <see cref="All"/>.</summary>
    public required string What { get; init; }

    public required string Authority { get; init; }
    public required string InstrumentId { get; init; }

    /// <summary>Accession and record: full if absent.</summary>
    public string? Status { get; init; }

    /// <summary>Accession and record: first day in.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Notice, withdrawal and record: first day out.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Notice and record: the day of the notice.</summary>
    public DateOnly? NoticeGiven { get; init; }

    /// <summary>Accession, capabilities and record.</summary>
    public string? List { get; init; }

    /// <summary>Accession, capabilities and record; absent where the list itself says so.</summary>
    public IReadOnlyList<string>? Capabilities { get; init; }

    /// <summary>Accession and record: not checked against the depositary's list.</summary>
    public bool Unverified { get; init; }

    public const string Accession = "accession";
    public const string Notice = "notice";
    public const string Suspension = "suspension";
    public const string Resumption = "resumption";
    public const string Withdrawal = "withdrawal";
    public const string CapabilityChange = "capabilities";
    public const string Verification = "verification";
    public const string Record = "record";

    public static readonly string[] All =
    [
        Accession,
        Notice,
        Suspension,
        Resumption,
        Withdrawal,
        CapabilityChange,
        Verification,
        Record,
    ];
}
