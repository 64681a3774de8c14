using System.Globalization;
using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Tests.Simulation;

/// <summary>Takes every core; nothing that waits for a service runs beside it.</summary>
[CollectionDefinition(nameof(EveryCore), DisableParallelization = true)]
public sealed class EveryCore;

/// <summary>
/// The protocol in many random histories, judged commit by commit. <c>CC_HISTORIES</c> sets how many, <c>CC_SEED</c> the first
/// seed.
/// </summary>
[Collection(nameof(EveryCore))]
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int Usual = 20_000;

    [Fact]
    public void No_history_breaks_a_promise()
    {
        var (first, count) = (Setting("CC_SEED", 1), Setting("CC_HISTORIES", Usual));
        var ends = new Ends();
        Parallel.For(first, first + count, seed => ends.Count(Run(seed, new Rules())));

        output.WriteLine(ends.ToString());
        Assert.All(ends.Rare(count), end => Assert.Fail($"Only {end}: the histories say little about it."));
    }

    private static World Run(int seed, Rules rules)
    {
        var world = new World(seed, rules);
        try
        {
            world.Run();
        }
        catch (BrokenPromiseException e)
        {
            throw new BrokenPromiseException($"{e.Message} (seed {seed})");
        }

        return world;
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set)
            ? set
            : otherwise;
}
