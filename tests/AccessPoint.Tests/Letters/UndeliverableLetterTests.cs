using System.Net.Http.Json;
using System.Text.Json;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;
using static CaseCoordination.AccessPoint.Tests.AccessPointFixture;

namespace CaseCoordination.AccessPoint.Tests.Letters;

public sealed class UndeliverableLetterTests(AccessPointFixture fixture)
    : IClassFixture<AccessPointFixture>,
        IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await fixture.TeachAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_letter_that_no_node_takes_waits_in_sight_of_the_operator_and_leaves_once_a_node_takes_it()
    {
        var waiting = Dispatch("XA-SMA", Elsewhere);
        await fixture.Bus.SayAsync(waiting, waiting.Sender);
        using var operations = fixture.As("XA-SMA", "operator", [Roles.Operator]);
        var parked = await Eventually.GetAsync(
            () => ParkedAsync(operations, waiting.LetterId),
            p => p is not null,
            "the letter to be parked"
        );
        Assert.Equal("announcement", parked!.Value.GetProperty("what").GetString());
        Assert.Equal("outbound-letter", parked.Value.GetProperty("of").GetString());
        Assert.Equal("unroutable", parked.Value.GetProperty("reason").GetString());

        // What can be delivered is not held up, neither of this letter nor of another.
        Assert.Equal(["accepted"], await ProgressAsync(waiting.LetterId, "accepted"));
        var other = Dispatch("XA-SMA", "XB-DAC");
        await fixture.Bus.SayAsync(other, other.Sender);
        await fixture.LifeInAsync("XA-SMA", other.LetterId, "delivered");
        Assert.Equal("accepted", (await fixture.LifeInAsync("XA-SMA", waiting.LetterId, "accepted")).State);
        using var elsewhere = fixture.As("XB-DAC", "operator", [Roles.Operator]);
        Assert.Null(await ParkedAsync(elsewhere, waiting.LetterId));

        await using var node = new BusProbe(fixture.Node.Broker, "another-node").Hear<Letter>(Elsewhere);
        await node.StartAsync();
        using var retry = await operations.PutAsync(new Uri("/api/operations/parked/retry", UriKind.Relative), null);
        retry.EnsureSuccessStatusCode();
        var life = await fixture.LifeInAsync("XA-SMA", waiting.LetterId, "relayed");
        Assert.Equal(["accepted", "relayed"], life.Evidence.Select(e => e.What));
        Assert.Equal(waiting.Content, node.Heard<Letter>().Single(l => l.LetterId == waiting.LetterId).Content);
        await Eventually.HoldsAsync(
            async () => await ParkedAsync(operations, waiting.LetterId) is null,
            "the lane to be free"
        );
    }

    private async Task<IEnumerable<string>> ProgressAsync(Guid letter, string state) =>
        await Eventually.GetAsync(
            () =>
                Task.FromResult(
                    fixture.Bus.Heard<LetterProgressed>().Where(p => p.LetterId == letter).Select(p => p.State).ToList()
                ),
            states => states.Contains(state),
            state
        );

    private static async Task<JsonElement?> ParkedAsync(HttpClient operations, Guid letter)
    {
        var rows = await operations.GetFromJsonAsync<JsonElement[]>("/api/operations/parked");
        var mine = rows!.Where(r =>
            r.GetProperty("id").GetString()!.StartsWith($"{letter:N}/", StringComparison.Ordinal)
        );
        return mine.Cast<JsonElement?>().SingleOrDefault();
    }
}
