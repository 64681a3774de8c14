using System.Collections.Immutable;
using System.Globalization;
using CaseCoordination.Correspondence.Domain;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.Correspondence;

/// <summary>A file's own words as the law is asked with them.</summary>
public static class QuestionWords
{
    /// <summary>A matter as the law is asked about it; conduct without dates counts as of the day of asking.</summary>
    public static RequestSubject SubjectOf(Matter matter, DateOnly today, int number = 1) =>
        new(
            number,
            matter.Code,
            matter.Over,
            TriLogic.Parse(matter.FinancialInstrument) ?? Tri.Unknown,
            Day(matter.ConductFrom, today),
            Day(matter.ConductTo, today)
        );

    /// <summary>Answers to the law's questions as they were stated.</summary>
    public static Facts FactsOf(IReadOnlyDictionary<string, string>? stated) =>
        Facts.None with
        {
            Predicates = (stated ?? ImmutableDictionary<string, string>.Empty).ToImmutableSortedDictionary(
                f => f.Key,
                f => TriLogic.Parse(f.Value) ?? Tri.Unknown,
                StringComparer.Ordinal
            ),
        };

    private static DateOnly Day(string? day, DateOnly otherwise) =>
        day is null ? otherwise : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
