using System.Globalization;
using CaseCoordination.Platform.Security;
using Marten.Linq.MatchesSql;

namespace CaseCoordination.CaseIntake.Cases.Questions;

/// <summary>Narrows cases to what a reader may know and asked for; nothing else is counted, searched or listed anywhere.</summary>
internal static class CaseSearch
{
    public static IQueryable<CaseEntry> Apply(IQueryable<CaseEntry> cases, CaseFilter filter, Caller caller)
    {
        cases = Visible(cases, caller);
        if (filter.Stage is { } stage)
        {
            cases = cases.Where(e => e.Stage == stage);
        }

        if (filter.Role is { } role)
        {
            cases = cases.Where(e => e.Role == role);
        }

        if (filter.Matter is { } matter)
        {
            cases = cases.Where(e => e.Matter == matter);
        }

        if (filter.Partner is { } partner)
        {
            cases = cases.Where(e => e.MatchesSql('^', "d.data -> 'partners' ? ^", partner));
        }

        if (filter.From is { } from)
        {
            var start = StartOf(from);
            cases = cases.Where(e => e.OpenedAt >= start);
        }

        if (filter.To is { } to)
        {
            var end = StartOf(to).AddDays(1);
            cases = cases.Where(e => e.OpenedAt < end);
        }

        return SearchWords.Of(filter.Q).Aggregate(cases, (found, word) => WithWord(found, word, caller));
    }

    public static IQueryable<CaseEntry> Visible(IQueryable<CaseEntry> cases, Caller caller) =>
        caller.Roles.Contains(Roles.Auditor)
            ? cases
            : cases.Where(e => e.MatchesSql('^', Visibility.WholeSql, Visibility.WholeArguments(caller)));

    // An auditor outside the groups finds a case by its reference alone: a hit on its text would tell what it says.
    private static IQueryable<CaseEntry> WithWord(IQueryable<CaseEntry> cases, string word, Caller caller)
    {
        var pattern = SearchWords.Pattern(word);
        object[] arguments = [.. Visibility.WholeArguments(caller), pattern, pattern];
        return cases.Where(e =>
            e.MatchesSql(
                '^',
                $"(({Visibility.WholeSql} and d.data ->> 'text' like ^) or lower(d.data -> 'sheet' ->> 'reference') like ^)",
                arguments
            )
        );
    }

    private static DateTimeOffset StartOf(string day) =>
        new(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), TimeOnly.MinValue, TimeSpan.Zero);
}
