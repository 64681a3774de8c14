using CaseCoordination.SystemTests.Harness;

namespace CaseCoordination.SystemTests.Scenarios;

/// <summary>Every message between services comes a second time, later, in another order.</summary>
[Collection(OnPairNode.Name)]
public sealed class DoubledAndShuffledTests(PairNode pair) : SystemTest(pair.Node)
{
    [Fact]
    public async Task Everything_said_twice_and_out_of_order_has_one_effect()
    {
        var random = Seeded();
        await using var relay = await ShufflingRelay.StartAsync(Node, random);
        var load = new Load(Cast, random, atOnce: 4);

        await load.DuringAsync(() => Task.CompletedTask, atLeast: 12);
        await Agreement.HoldsAsync();
        await relay.FlushAsync();

        await Agreement.HoldsAsync();
        Assert.True(relay.Repeated.Values.Sum() > 500, $"Only {relay.Repeated.Values.Sum()} messages came twice");
        Assert.True(relay.Repeated.Count >= 7, $"Only {string.Join(' ', relay.Repeated.Keys)} came twice");
    }
}
