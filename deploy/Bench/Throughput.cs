using System.Diagnostics;
using HdrHistogram;

namespace CaseCoordination.Bench;

/// <summary>Letters per second from filing to the partner's sight while many officers file at once; latencies in milliseconds.</summary>
internal sealed record Throughput(double LettersPerSecond, double P50, double P95, double P99, int Letters)
{
    public static async Task<Throughput> MeasureAsync(Node node, int letters, int concurrency)
    {
        var drafts = await node.DraftAsync(letters);
        var histogram = new LongConcurrentHistogram(1, 600_000_000, 3);
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            drafts,
            new ParallelOptions { MaxDegreeOfParallelism = concurrency },
            async (id, _) =>
            {
                var filed = Stopwatch.GetTimestamp();
                await node.FileAsync(id);
                await node.SeenSlowlyAsync(id);
                histogram.RecordValue((long)Stopwatch.GetElapsedTime(filed).TotalMicroseconds);
            }
        );
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return new Throughput(letters / seconds, At(50), At(95), At(99), letters);

        double At(double percentile) => histogram.GetValueAtPercentile(percentile) / 1000.0;
    }
}
