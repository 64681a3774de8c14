using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>Is a step in a coordinated action permitted?</summary>
public sealed record CoordinationStep
{
    public required string Instrument { get; init; }

    /// <summary>widespread or union-dimension.</summary>
    public required string Kind { get; init; }

    public string Trader { get; init; } = "";

    public string Law { get; init; } = "";

    public required ImmutableArray<string> Concerned { get; init; }

    /// <summary>An authority, Commission, or null.</summary>
    public string? Coordinator { get; init; }

    /// <summary>The alert against which "before the alert" is judged.</summary>
    public required DateOnly AlertAt { get; init; }

    /// <summary>The authority that takes the step; the facts describe its state.</summary>
    public required string Authority { get; init; }

    public required DateOnly At { get; init; }

    /// <summary>decline, designate-coordinator, becomes-concerned or ask-measure.</summary>
    public required string Does { get; init; }

    public string? Measure { get; init; }

    public Facts Facts { get; init; } = Facts.None;
}
