namespace CaseCoordination.Client;

/// <summary>What became of an own measure: executed, executed-in-part or failed, the last two with a reason.</summary>
/// <param name="Number">The number under which it was carried out, where it is not the title's.</param>
/// <param name="AmountFrozen">What a freeze caught.</param>
/// <param name="Fine">What a fine came to, where it is not what was planned.</param>
public sealed record MeasureOutcome(
    string State,
    string? Reason = null,
    string? Number = null,
    DateTimeOffset? EffectiveAt = null,
    ActionMoney? AmountFrozen = null,
    ActionMoney? Fine = null
);

/// <summary>A further title for a measure that goes on; days as YYYY-MM-DD.</summary>
/// <param name="Until">Its last day.</param>
public sealed record MeasureExtension(
    string Number,
    string IssuedBy,
    string IssuedOn,
    int? MaximumDays = null,
    string? Until = null
);

/// <summary>An own measure from its release on.</summary>
/// <param name="State">under-way, executed, executed-in-part, failed, extended, lifted or ended.</param>
/// <param name="EndsAt">When it ends by itself.</param>
/// <param name="DueAt">When something is due on it next.</param>
public sealed record ReleasedMeasure(
    Guid ActionId,
    string Reference,
    string Measure,
    string Kind,
    string State,
    string? Reason,
    string? Number,
    DateTimeOffset ReleasedAt,
    DateTimeOffset? EffectiveAt,
    DateTimeOffset? EndsAt,
    DateTimeOffset? OverAt,
    DateTimeOffset? DueAt
);

/// <summary>What became of one measure of any participant, as far as this authority knows.</summary>
/// <param name="State">
/// planned, declined, withheld, missed, under-way, executed, executed-in-part, failed, extended, lifted or ended.
/// </param>
public sealed record RegisteredMeasure(
    Guid ActionId,
    string Reference,
    string Authority,
    string Measure,
    string Kind,
    string State,
    string? Reason,
    string? Number,
    ActionMoney? Fine,
    ActionMoney? Frozen,
    DateTimeOffset? ReleasedAt,
    DateTimeOffset? At,
    DateTimeOffset? EndsAt
);

/// <summary>What is left to pay on a fine after offsets; absent where they leave it open.</summary>
public sealed record FineLeft(string Authority, string Measure, string Currency, decimal Imposed, decimal? Amount);

/// <summary>The measures of all participants of one action, and what is left to pay of its fines, in all by currency.</summary>
public sealed record ActionOutcomes(
    Guid ActionId,
    IReadOnlyList<RegisteredMeasure> Measures,
    IReadOnlyList<FineLeft> Payable,
    IReadOnlyDictionary<string, decimal?> Totals
);

/// <summary>What the register of measures is narrowed to.</summary>
public sealed record OutcomeQuery
{
    public string? Kind { get; init; }

    /// <summary>An authority code.</summary>
    public string? Authority { get; init; }
    public string? State { get; init; }

    /// <summary>An identifier of a target.</summary>
    public SubjectIdentifier? Target { get; init; }
    public int? Size { get; init; }
}
