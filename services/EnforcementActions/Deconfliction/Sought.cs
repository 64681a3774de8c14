using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Deconfliction.Domain;
using CaseCoordination.EnforcementActions.Deconfliction.Questions;

namespace CaseCoordination.EnforcementActions.Deconfliction;

/// <summary>A target by what identifies it, under its name within the asker's plan.</summary>
public sealed record SoughtTarget(string Id, string[] Keys);

/// <summary>What is looked for: targets, and places at a time.</summary>
public sealed record Sought(
    IReadOnlyList<SoughtTarget> Targets,
    IReadOnlyList<string> Places,
    DateTimeOffset From,
    DateTimeOffset Until
)
{
    public IEnumerable<string> Keys => Targets.SelectMany(t => t.Keys);

    public static Sought Of(Plan plan) =>
        new(
            [.. plan.Targets.Select(t => new SoughtTarget(t.Id, SubjectKeys.Of(t.Identifiers)))],
            PlacesOf(plan.Measures),
            plan.Schedule.ReleaseAt,
            plan.Schedule.WindowEnd
        );

    /// <summary>Places of measures as they are compared.</summary>
    public static string[] PlacesOf(IEnumerable<PlannedMeasure> measures) =>
        Shapes.Distinct(measures.Select(m => m.Place).OfType<string>().Select(SpellingOf));

    public static string SpellingOf(string place) => place.Trim().ToUpperInvariant();

    /// <summary>One hit for each target or place that own measures meet, with the contacts of all of them.</summary>
    /// <param name="own">Own measures that are planned or under way.</param>
    /// <param name="window">So far apart measures at one place still meet.</param>
    public Hit[] HitsIn(IReadOnlyCollection<OwnMeasures> own, TimeSpan window)
    {
        var near = own.Where(o => From - o.ReleaseAt <= window && o.ReleaseAt - Until <= window).ToList();
        var targets = Targets.Select(t => new Hit(
            t.Id,
            null,
            Contacts(own, o => o.Identifiers.Intersect(t.Keys, StringComparer.Ordinal).Any())
        ));
        var places = Places
            .Select(SpellingOf)
            .Distinct(StringComparer.Ordinal)
            .Select(p => new Hit(null, p, Contacts(near, o => o.Places.Contains(p, StringComparer.Ordinal))));
        return [.. targets.Concat(places).Where(h => h.Contacts.Length > 0)];
    }

    private static string[] Contacts(IEnumerable<OwnMeasures> own, Func<OwnMeasures, bool> meets) =>
        SubjectKeys.Contacts(own.Where(meets).Select(o => (o.Groups, o.Members)));
}
