using System.Diagnostics;
using HdrHistogram;
using Npgsql;

namespace CaseCoordination.Bench;

/// <summary>
/// Letters per second from the first filing to the partner's last case file while many officers file at once; latencies in
/// milliseconds. When a letter has arrived is read from the partner's event store at the end: asking for each would be a load.
/// </summary>
internal sealed record Throughput(double LettersPerSecond, double P50, double P95, double P99, int Letters)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<Throughput> MeasureAsync(Node node, Settings settings)
    {
        var drafts = await node.DraftAsync(settings.FloodLetters);
        var filed = new Dictionary<Guid, DateTimeOffset>(drafts.Count);
        var started = TimeProvider.System.GetUtcNow();
        await Parallel.ForEachAsync(
            drafts,
            new ParallelOptions { MaxDegreeOfParallelism = settings.Concurrency },
            async (id, _) =>
            {
                lock (filed)
                {
                    filed[id] = TimeProvider.System.GetUtcNow();
                }

                await node.FileAsync(id);
            }
        );
        var arrived = await ArrivalsAsync(settings, drafts);
        var histogram = new LongHistogram(600_000_000, 3);
        foreach (var (id, at) in arrived)
        {
            histogram.RecordValue(Math.Max(1, (long)(at - filed[id]).TotalMicroseconds));
        }

        var seconds = (arrived.Values.Max() - started).TotalSeconds;
        return new Throughput(arrived.Count / seconds, At(50), At(95), At(99), arrived.Count);

        double At(double percentile) => histogram.GetValueAtPercentile(percentile) / 1000.0;
    }

    private static async Task<Dictionary<Guid, DateTimeOffset>> ArrivalsAsync(
        Settings settings,
        IReadOnlyList<Guid> ids
    )
    {
        var database = new NpgsqlConnectionStringBuilder(settings.Postgres) { Database = "case_intake" };
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var found = new Dictionary<Guid, DateTimeOffset>();
            await using var query = new NpgsqlCommand(
                "select stream_id, timestamp from store.mt_events where tenant_id = 'MSA-FMA' and version = 1 and stream_id = any($1)",
                connection
            )
            {
                Parameters = { new() { Value = ids.ToArray() } },
            };
            await using (var rows = await query.ExecuteReaderAsync())
            {
                while (await rows.ReadAsync())
                {
                    found[rows.GetGuid(0)] = rows.GetFieldValue<DateTimeOffset>(1);
                }
            }

            if (found.Count == ids.Count)
            {
                return found;
            }

            if (watch.Elapsed > Patience)
            {
                throw new TimeoutException($"Only {found.Count} of {ids.Count} letters have arrived.");
            }

            await Task.Delay(200);
        }
    }
}
