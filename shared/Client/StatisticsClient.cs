using CaseCoordination.Client.Http;

namespace CaseCoordination.Client;

/// <summary>What statistics are narrowed to; days as YYYY-MM-DD, of the submission, both counted.</summary>
public sealed record StatisticsQuery
{
    public string? From { get; init; }
    public string? To { get; init; }
    public string? Partner { get; init; }
    public string? Instrument { get; init; }

    /// <summary>asker or asked.</summary>
    public string? Side { get; init; }
}

/// <summary>Requests in numbers: a line for each partner, instrument and side, and all together.</summary>
public sealed record RequestStatistics(
    string? From,
    string? To,
    IReadOnlyList<StatisticsLine> Lines,
    StatisticsLine Total
);

/// <summary>Requests of one partner under one instrument; shares from 0 to 1, days of 24 hours without the time of open questions.</summary>
public sealed record StatisticsLine(
    string? Partner,
    string? Instrument,
    string? Side,
    int Requests,
    int Answered,
    int Refused,
    int Withdrawn,
    int Lapsed,
    int Open,
    int Overdue,
    double? OnTimeShare,
    double? MedianDays,
    double? P90Days,
    IReadOnlyDictionary<string, int> RefusalsByGround,
    int Clarifications,
    int Rated,
    double? Timeliness,
    double? Usefulness,
    IReadOnlyList<Indicator> Indicators
);

/// <summary>One of IMI's five indicators: a share from 0 to 1 or days, and green, yellow, red or not-green.</summary>
public sealed record Indicator(string Code, double? Value, string? Light);

/// <summary>Numbers over the requests that the caller may know.</summary>
public sealed class StatisticsClient
{
    private const string Root = "api/statistics/requests";
    private readonly Api _api;

    internal StatisticsClient(Api api) => _api = api;

    public Task<RequestStatistics> RequestsAsync(
        StatisticsQuery? query = null,
        CancellationToken cancellation = default
    ) => _api.GetAsync<RequestStatistics>(PathOf(query), cancellation);

    /// <summary>The lines as CSV, with a header.</summary>
    public Task<string> RequestsAsCsvAsync(StatisticsQuery? query = null, CancellationToken cancellation = default) =>
        _api.TextAsync(PathOf(query), "text/csv", cancellation);

    private static string PathOf(StatisticsQuery? query) =>
        Api.Path(
            Root,
            ("from", query?.From),
            ("to", query?.To),
            ("partner", query?.Partner),
            ("instrument", query?.Instrument),
            ("side", query?.Side)
        );
}
