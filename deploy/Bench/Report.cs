using System.Globalization;
using System.Text.Json;

namespace CaseCoordination.Bench;

internal sealed record Results(IdleLatency Idle, Throughput Flood, Baseline.Result Bare, long NodeBytes);

/// <summary>The table, and the same as JSON.</summary>
internal static class Report
{
    public static async Task WriteAsync(TextWriter output, Settings settings, Results results)
    {
        var hops = results.Flood.LettersPerSecond * Settings.HopsPerLetter;
        var ratio = hops / results.Bare.HopsPerSecond;
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                | measure | value | goal |
                | --- | ---: | ---: |
                | letters per second, filing to the partner's file ({results.Flood.Letters} letters, {settings.Concurrency} officers at once) | {results.Flood.LettersPerSecond:F0} | ≥ 150 |
                | its latency p50 / p95 / p99, ms | {results.Flood.P50:F0} / {results.Flood.P95:F0} / {results.Flood.P99:F0} | |
                | hops per second ({Settings.HopsPerLetter} a letter) | {hops:F0} | |
                | bare hops per second (commit, confirmed publish, consume, commit) | {results.Bare.HopsPerSecond:F0} | |
                | ratio per hop | {ratio:F2} | ≥ 0.5 |
                | idle latency p50 / p95 / p99, ms ({results.Idle.Letters} letters) | {results.Idle.P50:F0} / {results.Idle.P95:F0} / {results.Idle.P99:F0} | ≤ 60 / ≤ 250 |
                | whole node idle, MiB | {results.NodeBytes / 1048576.0:F0} | ≤ 1536 |
                """
            )
        );
        if (settings.Json is { } file)
        {
            await File.WriteAllTextAsync(
                file,
                JsonSerializer.Serialize(
                    new
                    {
                        lettersPerSecond = results.Flood.LettersPerSecond,
                        flood = results.Flood,
                        bareHopsPerSecond = results.Bare.HopsPerSecond,
                        ratioPerHop = ratio,
                        idle = results.Idle,
                        nodeBytes = results.NodeBytes,
                    }
                )
            );
        }
    }
}
