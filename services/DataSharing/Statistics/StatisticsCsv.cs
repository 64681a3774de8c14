using System.Globalization;
using System.Text;

namespace CaseCoordination.DataSharing.Statistics;

/// <summary>The statistics as CSV (RFC 4180): a line for each partner, instrument and side, one header line.</summary>
internal static class StatisticsCsv
{
    private static readonly string[] Header =
    [
        "partner",
        "instrument",
        "side",
        "requests",
        "answered",
        "refused",
        "withdrawn",
        "lapsed",
        "open",
        "overdue",
        "on_time_share",
        "median_days",
        "p90_days",
        "refusals_by_ground",
        "clarifications",
        "rated",
        "timeliness",
        "usefulness",
    ];

    public static string Of(StatisticsSheet sheet)
    {
        var text = new StringBuilder();
        var indicators = sheet.Total.Indicators.Select(i => i.Code.Replace('-', '_'));
        Write(text, Header.Concat(indicators));
        foreach (var line in sheet.Lines)
        {
            Write(text, FieldsOf(line));
        }

        return text.ToString();
    }

    private static IEnumerable<string> FieldsOf(StatisticsLine line) =>
        (
            (object?[])
                [
                    line.Partner,
                    line.Instrument,
                    line.Side,
                    line.Requests,
                    line.Answered,
                    line.Refused,
                    line.Withdrawn,
                    line.Lapsed,
                    line.Open,
                    line.Overdue,
                    line.OnTimeShare,
                    line.MedianDays,
                    line.P90Days,
                    string.Join(' ', line.RefusalsByGround.Select(g => $"{g.Key}:{g.Value}")),
                    line.Clarifications,
                    line.Rated,
                    line.Timeliness,
                    line.Usefulness,
                    .. line.Indicators.Select(i => (object?)i.Value),
                ]
        ).Select(v => Convert.ToString(v, CultureInfo.InvariantCulture) ?? "");

    private static void Write(StringBuilder text, IEnumerable<string> fields) =>
        text.AppendJoin(',', fields.Select(Field)).Append("\r\n");

    // A field that begins like a formula is none: spreadsheets would run it.
    private static string Field(string value)
    {
        var plain = value.Length > 0 && "=+-@\t\r".Contains(value[0], StringComparison.Ordinal) ? $"'{value}" : value;
        return plain.AsSpan().IndexOfAny(",\"\r\n") < 0
            ? plain
            : $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
