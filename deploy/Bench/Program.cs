using System.Diagnostics.CodeAnalysis;
using CaseCoordination.Bench.Judgements;
using CaseCoordination.Bench.Records;
using CaseCoordination.Bench.Releases;

namespace CaseCoordination.Bench;

/// <summary>
/// Measures a node that runs already, which deploy/bench starts and stops; asked for records, packages, answers or releases, those; asked for
/// law, the law engine alone.
/// </summary>
internal static class Program
{
    [SuppressMessage("ApiDesign", "RS0030", Justification = "A command-line tool answers on its standard streams.")]
    public static async Task<int> Main(string[] args)
    {
        await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        if (args is ["law", .. var options])
        {
            await using var problems = new StreamWriter(Console.OpenStandardError()) { AutoFlush = true };
            return await JudgementMode.RunAsync(Settings.Option(options, "--json"), output, problems);
        }

        if (args is ["packages", .. var sizes])
        {
            await Transfer.RunAsync(sizes, output);
            return 0;
        }

        if (args is ["answers", .. var requests])
        {
            await Answers.RunAsync(requests, output);
            return 0;
        }

        if (args is ["release", .. var instants])
        {
            await ReleaseMode.RunAsync(instants, output);
            return 0;
        }

        if (args is ["records", .. var asked])
        {
            await RecordsMode.RunAsync(asked, output);
            return 0;
        }

        var settings = Settings.Read(args);
        using var node = new Node(settings);
        await node.WarmUpAsync();
        var idle = await IdleLatency.MeasureAsync(node, settings.IdleLetters);
        var memory = Memory.OfNode(settings.State);

        // The bare hop is measured before and after, so that a machine that changes meanwhile shows in both.
        var before = await Baseline.MeasureAsync(settings);
        var flood = await Throughput.MeasureAsync(node, settings);
        var after = await Baseline.MeasureAsync(settings);
        await Report.WriteAsync(output, settings, new Results(idle, flood, Baseline.Middle(before, after), memory));
        return 0;
    }
}
