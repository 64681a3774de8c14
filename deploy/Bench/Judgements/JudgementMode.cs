using System.Globalization;
using System.Text.Json;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CaseCoordination.TreatyLaw;
using Perfolizer.Mathematics.OutlierDetection;

namespace CaseCoordination.Bench.Judgements;

/// <summary>What one case took: milliseconds of single judgements, and bytes allocated by one on average.</summary>
internal sealed record JudgementTimes(string Shared, int Agreements, int Measured, double P50, double P99, long Bytes);

/// <summary>Measures the law engine alone, without a node.</summary>
internal static class JudgementMode
{
    private const int GoalMilliseconds = 1;
    private const int Rounds = 64;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The same for all cases: they differ in who asks.</summary>
    public static Lazy<LawBook> Book { get; } = new(() => AgreementBook.Build(Path.Combine("deploy", "instruments")));

    public static async Task<int> RunAsync(string? json, TextWriter output, TextWriter problems)
    {
        using var artifacts = new TemporaryFolder();
        var summary = BenchmarkRunner.Run<Judging>(Config(artifacts.Path));
        if (summary.HasCriticalValidationErrors || summary.Reports.Length == 0 || summary.Reports.Any(r => !r.Success))
        {
            await problems.WriteLineAsync("deploy/bench: the judgements could not be measured.");
            return 1;
        }

        var times = summary
            .Reports.GroupBy(report => (string)report.BenchmarkCase.Parameters["Shared"], StringComparer.Ordinal)
            .Select(reports => Times(reports.Key, [.. reports]))
            .ToList();
        await WriteAsync(output, times);
        if (json is not null)
        {
            await File.WriteAllTextAsync(json, JsonSerializer.Serialize(new { law = times }, Json));
        }

        return 0;
    }

    /// <summary>
    /// The first job times judgements one by one, collections included, so that its percentiles are those of a caller. The
    /// second counts the bytes of whole rounds of questions.
    /// </summary>
    private static ManualConfig Config(string artifacts)
    {
        var each = Job
            .InProcess.WithId("each")
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithStrategy(RunStrategy.Monitoring)
            .WithInvocationCount(1)
            .WithUnrollFactor(1)
            .WithWarmupCount(Questions.Count)
            .WithIterationCount(Questions.Count * Rounds)
            .WithOutlierMode(OutlierMode.DontRemove)
            .WithGcForce(false);
        return ManualConfig
            .CreateEmpty()
            .AddJob(each)
            .AddJob(each.WithId("round").WithInvocationCount(Questions.Count).WithIterationCount(2).WithWarmupCount(1))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddLogger(NullLogger.Instance)
            .WithOptions(ConfigOptions.DisableLogFile)
            .WithArtifactsPath(artifacts);
    }

    private static JudgementTimes Times(string shared, IReadOnlyList<BenchmarkReport> reports)
    {
        var single = reports.Single(report => report.BenchmarkCase.Job.Id == "each").ResultStatistics!;
        var round = reports.Single(report => report.BenchmarkCase.Job.Id == "round");
        return new JudgementTimes(
            shared,
            Pair.Count(Enum.Parse<Sharing>(shared)),
            single.N,
            single.Percentiles.Percentile(50) / 1e6,
            single.Percentiles.Percentile(99) / 1e6,
            round.GcStats.GetBytesAllocatedPerOperation(round.BenchmarkCase) ?? 0
        );
    }

    private static async Task WriteAsync(TextWriter output, List<JudgementTimes> times)
    {
        var host = HostEnvironmentInfo.GetCurrent();
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                {AgreementBook.Agreements} agreements in force; {Questions.Count} requests in turn; {host.Cpu.Value?.ProcessorName}, {Environment.ProcessorCount} logical cores, {host.RuntimeVersion}

                | agreements that both are party to | judgements | p50, ms | p99, ms | goal p99, ms | KiB allocated a judgement |
                | ---: | ---: | ---: | ---: | ---: | ---: |
                """
            )
        );
        foreach (var time in times)
        {
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {time.Agreements} | {time.Measured} | {time.P50:F3} | {time.P99:F3} | ≤ {GoalMilliseconds} | {time.Bytes / 1024.0:F1} |"
                )
            );
        }
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("casecoordination-bench-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
