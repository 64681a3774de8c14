using HdrHistogram;

namespace CaseCoordination.Bench.Records;

/// <summary>How long a question took, many times with different values, in milliseconds.</summary>
internal sealed record RecordQuestions(string Name, double P50, double P95, double Max)
{
    private const int Times = 100;

    public static async Task<IReadOnlyList<RecordQuestions>> MeasureAsync(RecordDesk desk, GeneratedTrades table)
    {
        // Values follow from the number of the question, so that every run asks the same.
        (string Name, Func<int, string> Query)[] questions =
        [
            ("trade by its id", i => $"identifier=trade:T-{1 + (long)i * 7919 * 997 % table.Rows}"),
            ("an account’s trades, from the first", i => $"identifier=account:{Account(i)}"),
            ("an account’s trades from a day", i => $"identifier=account:{Account(i)}&from={Day(i)}"),
            ("either of two accounts", i => $"identifier=account:{Account(i)}&identifier=account:{Account(i + 1)}"),
            ("an account at a venue", i => $"identifier=account:{Account(i)}&venue=V{7 + (i % 3)}"),
            ("an LEI that every trade has, from a day", i => $"identifier=lei:{GeneratedTrades.Lei}&from={Day(i)}"),
            (
                "that LEI at a venue, from a day",
                i => $"identifier=lei:{GeneratedTrades.Lei}&venue=V{7 + (i % 3)}&from={Day(i)}"
            ),
            ("all trades from a day", i => $"from={Day(i)}"),
        ];
        var measured = new List<RecordQuestions>();
        foreach (var (name, query) in questions)
        {
            measured.Add(await MeasureAsync(desk, name, query));
        }

        return measured;
    }

    private static async Task<RecordQuestions> MeasureAsync(RecordDesk desk, string name, Func<int, string> query)
    {
        var histogram = new LongHistogram(600_000_000, 3);
        var found = 0;
        for (var i = 0; i < Times; i++)
        {
            var (milliseconds, records) = await desk.AskAsync(query(i));
            found += records;
            histogram.RecordValue((long)(milliseconds * 1000));
        }

        return found > 0
            ? new RecordQuestions(name, At(50), At(95), At(100))
            : throw new InvalidOperationException($"Nothing is ever found: {name}.");

        double At(double percentile) => histogram.GetValueAtPercentile(percentile) / 1000.0;
    }

    private static string Account(int i) => $"A-{i * 977 % GeneratedTrades.Accounts}";

    private static string Day(int i) => GeneratedTrades.Day(i * 37 % 364);
}
