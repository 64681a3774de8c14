using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Measures.Outcomes;

/// <summary>
/// Two authorities punish one subject in one matter, and neither counts what the other takes. Not forbidden as such: somebody has
/// to look whether the law allows both, and whether they are proportionate together.
/// </summary>
public sealed record DoubleJeopardy(
    string Code,
    MeasureName[] Measures,
    string[] Subjects,
    string Reason,
    string[] Citations
)
{
    public const string NeBisInIdem = "ne-bis-in-idem";

    private static readonly string[] Law = ["Charter Art. 50", "C-117/20 bpost"];

    private const string Why =
        "One subject is punished twice for one matter. That needs clear rules that allow both, proceedings that were coordinated "
        + "close in time, and a total that is proportionate; an offset between the fines would serve the last.";

    public static IReadOnlyList<DoubleJeopardy> In(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return In(plan, _ => true);
    }

    /// <summary>The same for measures that still count, such as those that did not fail.</summary>
    public static IReadOnlyList<DoubleJeopardy> In(Plan plan, Func<PlannedMeasure, bool> counts)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var punitive = plan
            .Measures.Where(m => m.Kind is MeasureKinds.Fine or MeasureKinds.LicenceWithdrawal && counts(m))
            .ToList();
        return
        [
            .. from i in Enumerable.Range(0, punitive.Count)
            from other in punitive.Skip(i + 1)
            let one = punitive[i]
            where one.Authority != other.Authority && !Counts(one, other) && !Counts(other, one)
            let shared = Shared(plan, one, other)
            where shared.Length > 0
            select new DoubleJeopardy(
                NeBisInIdem,
                [new(one.Authority, one.Id), new(other.Authority, other.Id)],
                shared,
                Why,
                Law
            ),
        ];
    }

    private static bool Counts(PlannedMeasure one, PlannedMeasure other) =>
        one.Offsets.Any(o => o.Authority == other.Authority && o.Measure == other.Id);

    // One target of the plan, or two of them with an identifier in common.
    private static string[] Shared(Plan plan, PlannedMeasure one, PlannedMeasure other)
    {
        var (ours, theirs) = (Of(plan, one), Of(plan, other));
        return
        [
            .. ours.Where(t => theirs.Any(o => o.Id == t.Id || o.Identifiers.Intersect(t.Identifiers).Any()))
                .Select(t => t.Name),
        ];
    }

    private static Target[] Of(Plan plan, PlannedMeasure measure) =>
        [.. plan.Targets.Where(t => measure.Targets.Contains(t.Id, StringComparer.Ordinal))];
}

/// <summary>A measure of an authority.</summary>
public sealed record MeasureName(string Authority, string Measure);
