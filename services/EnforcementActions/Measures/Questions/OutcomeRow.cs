using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures.Domain;

namespace CaseCoordination.EnforcementActions.Measures.Questions;

/// <summary>What became of one measure of any participant, as far as this authority knows.</summary>
/// <param name="State">
/// planned, declined, withheld, missed, under-way, executed, executed-in-part, failed, extended, lifted or ended.
/// </param>
/// <param name="Number">Number of the order.</param>
/// <param name="At">When it took effect, was lifted or ended.</param>
public sealed record OutcomeRow(
    Guid ActionId,
    string Reference,
    string Authority,
    string Measure,
    string Kind,
    string? Place,
    IReadOnlyList<Target> Targets,
    string State,
    string? Reason,
    string? Number,
    Money? Fine,
    Money? Frozen,
    DateTimeOffset? ReleasedAt,
    DateTimeOffset? At,
    DateTimeOffset? EndsAt
)
{
    public const string Planned = "planned";
    public const string Declined = "declined";

    /// <summary>All states a row can have.</summary>
    public static IReadOnlyList<string> States { get; } =
    [Planned, Declined, Unreleased.Withheld, Unreleased.Missed, .. Enum.GetValues<MeasureState>().Select(Kebab.Of)];

    /// <summary>True once there is nothing more to come of T-0 itself.</summary>
    public bool IsSettled => State is not (Planned or Declined);

    public static IReadOnlyList<OutcomeRow> Of(CoordinatedAction file) =>
        [.. file.Plan.Measures.Select(m => Of(file, m))];

    private static OutcomeRow Of(CoordinatedAction file, PlannedMeasure measure)
    {
        var stand = file.Stands.GetValueOrDefault(measure.Authority) ?? new Stand(measure.Authority);
        var result = stand.Results.FirstOrDefault(r => r.Measure == measure.Id);
        return new OutcomeRow(
            file.Id,
            file.Reference,
            measure.Authority,
            measure.Id,
            measure.Kind,
            measure.Place,
            [.. file.Plan.Targets.Where(t => measure.Targets.Contains(t.Id, StringComparer.Ordinal))],
            result?.State ?? StateOf(file.Plan, stand),
            result?.Reason,
            result?.Number,
            result is null ? measure.Fine : result.Fine,
            result?.Frozen,
            stand.Release?.At,
            result?.At,
            result?.EndsAt
        );
    }

    private static string StateOf(Plan plan, Stand stand) =>
        stand.Release is not null
            ? Kebab.Of(MeasureState.UnderWay)
            : stand.Unreleased ?? (stand.For(plan) == Readiness.Declined ? Declined : Planned);
}
