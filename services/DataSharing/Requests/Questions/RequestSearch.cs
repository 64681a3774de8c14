using CaseCoordination.Platform.Security;
using Marten.Linq.MatchesSql;

namespace CaseCoordination.DataSharing.Requests.Questions;

/// <summary>Narrows requests to what a reader may know and asked for; nothing else is counted, searched or listed anywhere.</summary>
internal static class RequestSearch
{
    public static IQueryable<RequestEntry> Apply(IQueryable<RequestEntry> requests, RequestFilter filter, Caller caller)
    {
        requests = Visible(requests, caller);
        if (filter.State is { } state)
        {
            requests = requests.Where(e => e.MatchesSql('^', "d.data -> 'states' ? ^", state));
        }

        if (filter.Side is { } side)
        {
            requests = requests.Where(e => e.Side == side);
        }

        if (filter.Partner is { } partner)
        {
            requests = requests.Where(e => e.Partner == partner);
        }

        if (filter.Instrument is { } instrument)
        {
            requests = requests.Where(e => e.Instrument == instrument);
        }

        if (filter.Ask is { } ask)
        {
            requests = requests.Where(e => e.Ask == ask);
        }

        if (filter.WaitsOn is { } authority)
        {
            requests = requests.Where(e => e.MatchesSql('^', "d.data -> 'waitsOn' ? ^", authority));
        }

        if (filter.DueBefore is { } day)
        {
            var end = new DateTimeOffset(RequestShapes.Day(day), TimeOnly.MinValue, TimeSpan.Zero);
            requests = requests.Where(e => e.DueAt < end);
        }

        return SearchWords.Of(filter.Q).Aggregate(requests, (found, word) => WithWord(found, word, caller));
    }

    public static IQueryable<RequestEntry> Visible(IQueryable<RequestEntry> requests, Caller caller) =>
        caller.Roles.Contains(Roles.Auditor)
            ? requests
            : requests.Where(e => e.MatchesSql('^', Visibility.WholeSql, Visibility.WholeArguments(caller)));

    // An auditor outside the groups finds a request by its reference alone: a hit on its text would tell what it says.
    private static IQueryable<RequestEntry> WithWord(IQueryable<RequestEntry> requests, string word, Caller caller)
    {
        var pattern = SearchWords.Pattern(word);
        object[] arguments = [.. Visibility.WholeArguments(caller), pattern, pattern];
        return requests.Where(e =>
            e.MatchesSql(
                '^',
                $"(({Visibility.WholeSql} and d.data ->> 'text' like ^) or lower(d.data -> 'sheet' ->> 'reference') like ^)",
                arguments
            )
        );
    }
}
