namespace CaseCoordination.Contracts.EnforcementActions.V1;

/// <summary>A measure of this authority has taken effect for the first time.</summary>
public sealed record MeasureExecuted
{
    public required Guid ActionId { get; init; }
    public required string Authority { get; init; }

    /// <summary>Name of the measure within its action.</summary>
    public required string Measure { get; init; }

    /// <summary>freeze, trading-suspension, licence-suspension, licence-withdrawal, cease-order, fine, warning or takedown.</summary>
    public required string Kind { get; init; }

    public required MeasureMatter Matter { get; init; }
    public required IReadOnlyList<MeasureSubject> Subjects { get; init; }
    public required string TitleNumber { get; init; }

    /// <summary>First day on which it holds, where the authority sits, as an ISO date.</summary>
    public required string EffectiveOn { get; init; }

    public required string Tlp { get; init; }

    /// <summary>Who may know of it.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    public required IReadOnlyList<string> Members { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>What the measure is about, in the law's words.</summary>
public sealed record MeasureMatter(
    string Code,
    string Over,
    string FinancialInstrument,
    string? ConductFrom,
    string? ConductTo
);

/// <summary>Whom it is aimed at.</summary>
public sealed record MeasureSubject(string Kind, string Name, IReadOnlyList<MeasureIdentifier> Identifiers);

/// <summary>An identifier in its normalised spelling.</summary>
public sealed record MeasureIdentifier(string Scheme, string Value);
