using CaseCoordination.DataSharing.Requests.Questions;

namespace CaseCoordination.DataSharing.Statistics;

/// <summary>One request as it is counted.</summary>
public sealed record CountedRequest(
    string Partner,
    string? Instrument,
    string Side,
    string[] States,
    RequestMeasures Measures
);

/// <summary>Requests of one partner under one instrument on one side, in numbers. Shares are from 0 to 1; absent where nothing can be shared.</summary>
/// <param name="Partner">Absent in the total.</param>
/// <param name="Instrument">Absent in the total, and where the border has not named one yet.</param>
/// <param name="Side">asker or asked; absent in the total.</param>
/// <param name="Open">Neither answered nor ended.</param>
/// <param name="Overdue">Of the open ones, those of which somebody is late.</param>
/// <param name="OnTimeShare">Of those answered or refused: by the date that held then.</param>
/// <param name="MedianDays">From submission to answer, without the time of open questions.</param>
/// <param name="P90Days">Nine in ten were answered within.</param>
/// <param name="RefusalsByGround">How many were refused on each ground.</param>
/// <param name="Clarifications">Questions asked about them.</param>
/// <param name="Rated">How many closings carry ratings; from 1 to 5, their means follow.</param>
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

/// <summary>Requests in numbers: a line for each partner, instrument and side, and all together.</summary>
public sealed record StatisticsSheet(
    string? From,
    string? To,
    IReadOnlyList<StatisticsLine> Lines,
    StatisticsLine Total
);

/// <summary>Counts requests; pure.</summary>
public static class RequestStatistics
{
    public static StatisticsSheet Of(IReadOnlyList<CountedRequest> requests, string? from, string? to) =>
        new(
            from,
            to,
            [
                .. requests
                    .GroupBy(r => (r.Partner, r.Instrument, r.Side))
                    .OrderBy(g => g.Key.Partner, StringComparer.Ordinal)
                    .ThenBy(g => g.Key.Instrument, StringComparer.Ordinal)
                    .ThenBy(g => g.Key.Side, StringComparer.Ordinal)
                    .Select(g => LineOf([.. g], g.Key.Partner, g.Key.Instrument, g.Key.Side)),
            ],
            LineOf(requests, null, null, null)
        );

    private static StatisticsLine LineOf(
        IReadOnlyList<CountedRequest> requests,
        string? partner,
        string? instrument,
        string? side
    )
    {
        var all = requests.Select(r => r.Measures).ToList();
        var days = all.Select(m => m.DaysToAnswer).OfType<double>().Order().ToList();
        return new StatisticsLine(
            partner,
            instrument,
            side,
            all.Count,
            Count(RequestMeasures.Answered),
            Count(RequestMeasures.Refused),
            Count(RequestMeasures.Withdrawn),
            Count(RequestMeasures.Lapsed),
            Count(RequestMeasures.Open),
            requests.Count(r => r.Measures.Outcome == RequestMeasures.Open && r.States.Contains("overdue")),
            Numbers.Share(all.Select(m => m.OnTime).OfType<bool>()),
            Numbers.Percentile(days, 0.5),
            Numbers.Percentile(days, 0.9),
            new SortedDictionary<string, int>(
                all.Select(m => m.Ground).OfType<string>().CountBy(g => g).ToDictionary(StringComparer.Ordinal),
                StringComparer.Ordinal
            ),
            all.Sum(m => m.Clarifications),
            all.Count(m => m.Timeliness is not null || m.Usefulness is not null),
            Numbers.Mean(all.Select(m => m.Timeliness)),
            Numbers.Mean(all.Select(m => m.Usefulness)),
            Indicator.AllOf(all)
        );

        int Count(string outcome) => all.Count(m => m.Outcome == outcome);
    }
}
