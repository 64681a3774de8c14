using System.Globalization;
using System.Text.Json;

namespace CaseCoordination.Bench.Records;

/// <summary>Measures supervisory records: how fast files are taken in, and how long questions take among many records.</summary>
internal static class RecordsMode
{
    public static async Task RunAsync(string[] args, TextWriter output)
    {
        var rows = int.Parse(Settings.Option(args, "--rows") ?? "1000000", CultureInfo.InvariantCulture);
        using var desk = await RecordDesk.OpenAsync();
        await using var table = new GeneratedTrades(rows);
        await desk.IngestAsync(GeneratedTrades.File(0, 2_000), keep: false);
        var empty = await desk.IngestAsync(GeneratedTrades.File(1, GeneratedTrades.PerFile), keep: false);
        await table.FillAsync();
        var full = await desk.IngestAsync(GeneratedTrades.File(2, GeneratedTrades.PerFile), keep: true);
        var withdrawn = await desk.WithdrawAsync(full.Batch);
        var questions = await RecordQuestions.MeasureAsync(desk, table);
        var stream = await desk.StreamAsync(GeneratedTrades.DaysOf(100_000, rows));
        var disk = await table.BytesAsync();
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                | measure, {rows} trades kept | value | goal |
                | --- | ---: | ---: |
                | rows taken in per second, CSV of {GeneratedTrades.PerFile}, empty store | {empty.RowsPerSecond:F0} | ≥ 3000 |
                | the same into the full store | {full.RowsPerSecond:F0} | ≥ 3000 |
                | withdrawal of that file's batch, s | {withdrawn:F1} | |
                | read as a stream, rows per second ({stream.Rows} rows) | {stream.RowsPerSecond:F0} | |
                | on disk, GiB | {disk / (1024.0 * 1024 * 1024):F1} | |
                """
            )
        );
        await output.WriteLineAsync(
            "\n| question (a page of 100) | p50, ms | p95, ms | max, ms |\n| --- | ---: | ---: | ---: |"
        );
        foreach (var q in questions)
        {
            await output.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"| {q.Name} | {q.P50:F1} | {q.P95:F1} | {q.Max:F1} |")
            );
        }

        if (Settings.Option(args, "--json") is { } file)
        {
            await File.WriteAllTextAsync(
                file,
                JsonSerializer.Serialize(
                    new
                    {
                        rows,
                        empty,
                        full,
                        withdrawn,
                        stream,
                        disk,
                        questions,
                    }
                )
            );
        }
    }
}
