using CaseCoordination.DataSharing.Requests;
using CaseCoordination.DataSharing.Requests.Questions;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.DataSharing.Statistics;

/// <summary>Counts the requests that the reader may know, by partner and instrument.</summary>
internal static class ShowStatistics
{
    private static readonly string[] Sides = ["asker", "asked"];

    public static void Map(IEndpointRouteBuilder statistics) =>
        statistics
            .MapGet("/requests", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary(
                "Counts requests per partner, instrument and side: outcomes, times, refusals by ground, ratings."
            )
            .WithDescription(
                "`from` and `to` (days, UTC, both counted) are of the submission; `partner`, `instrument` and `side` (asker or asked) "
                    + "narrow. Only requests that the caller may know are counted. Days are of 24 hours, without the time during which "
                    + "a question was open. `Accept: text/csv` gives the lines as CSV."
            )
            .Produces<StatisticsSheet>(StatusCodes.Status200OK, "application/json", "text/csv");

    private static async Task<IResult> HandleAsync(
        [AsParameters] StatisticsFilter filter,
        AuthoritySession session,
        Caller caller,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var shape = Check(filter);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var found = await RequestSearch
            .Visible(Narrow(session.Documents.Query<RequestEntry>(), filter), caller)
            .Select(e => new CountedRequest(e.Partner, e.Instrument, e.Side, e.States, e.Measures!))
            .ToListAsync(cancellation);
        var sheet = RequestStatistics.Of(found, filter.From, filter.To);
        return WantsCsv(http)
            ? Results.Text(StatisticsCsv.Of(sheet), "text/csv", System.Text.Encoding.UTF8)
            : Results.Ok(sheet);
    }

    private static Shape Check(StatisticsFilter filter)
    {
        var shape = new Shape().Optional("partner", filter.Partner, 50).Optional("instrument", filter.Instrument, 100);
        foreach (var (field, day) in new[] { ("from", filter.From), ("to", filter.To) })
        {
            if (day is not null)
            {
                shape.Date(field, day);
            }
        }

        if (filter.Side is not null)
        {
            shape.OneOf("side", filter.Side, Sides);
        }

        return shape.Must(
            filter.From is null || filter.To is null || string.CompareOrdinal(filter.From, filter.To) <= 0,
            "to",
            "before-start",
            "The last day is the first one or later."
        );
    }

    private static IQueryable<RequestEntry> Narrow(IQueryable<RequestEntry> requests, StatisticsFilter filter)
    {
        requests = requests.Where(e => e.SubmittedAt != null);
        if (filter.From is { } from)
        {
            var start = new DateTimeOffset(RequestShapes.Day(from), TimeOnly.MinValue, TimeSpan.Zero);
            requests = requests.Where(e => e.SubmittedAt >= start);
        }

        if (filter.To is { } to)
        {
            var end = new DateTimeOffset(RequestShapes.Day(to), TimeOnly.MaxValue, TimeSpan.Zero);
            requests = requests.Where(e => e.SubmittedAt <= end);
        }

        if (filter.Partner is { } partner)
        {
            requests = requests.Where(e => e.Partner == partner);
        }

        if (filter.Instrument is { } instrument)
        {
            requests = requests.Where(e => e.Instrument == instrument);
        }

        return filter.Side is { } side ? requests.Where(e => e.Side == side) : requests;
    }

    private static bool WantsCsv(HttpContext http) =>
        http.Request.GetTypedHeaders().Accept is { Count: > 0 } accepted
        && accepted
            .OrderByDescending(a => a.Quality ?? 1)
            .First()
            .MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase);
}

/// <summary>What statistics are narrowed to.</summary>
public sealed record StatisticsFilter(
    string? From = null,
    string? To = null,
    string? Partner = null,
    string? Instrument = null,
    string? Side = null
);
