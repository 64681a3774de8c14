using System.Diagnostics;
using HdrHistogram;

namespace CaseCoordination.Bench;

/// <summary>From the lead's filing to the partner's sight of it, one letter at a time on an idle node, in milliseconds.</summary>
internal sealed record IdleLatency(double P50, double P95, double P99, int Letters)
{
    public static async Task<IdleLatency> MeasureAsync(Node node, int letters)
    {
        var histogram = new LongHistogram(60_000_000, 3);
        foreach (var id in await node.DraftAsync(letters))
        {
            var started = Stopwatch.GetTimestamp();
            await node.FileAsync(id);
            await node.SeenAsync(id);
            histogram.RecordValue((long)Stopwatch.GetElapsedTime(started).TotalMicroseconds);
            await Task.Delay(50);
        }

        return new IdleLatency(At(50), At(95), At(99), letters);

        double At(double percentile) => histogram.GetValueAtPercentile(percentile) / 1000.0;
    }
}
