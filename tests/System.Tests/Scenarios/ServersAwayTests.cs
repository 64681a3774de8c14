using CaseCoordination.SystemTests.Harness;
using CaseCoordination.Testing;

namespace CaseCoordination.SystemTests.Scenarios;

/// <summary>Broker and database stop and start under load, orderly and not.</summary>
[Collection(OnLoneNode.Name)]
public sealed class ServersAwayTests(LoneNode lone) : SystemTest(lone.Node)
{
    [Fact]
    public async Task Without_its_broker_a_node_takes_commands_and_delivers_later()
    {
        var load = new Load(Cast, Seeded(), atOnce: 3);

        await load.DuringAsync(
            async () =>
            {
                await BrokerAwayAsync(lone.Servers.StopAsync);
                await BrokerAwayAsync(lone.Servers.KillAsync);
            },
            atLeast: 6
        );

        await Agreement.HoldsAsync();
    }

    [Fact]
    public async Task Without_its_database_a_node_says_so_and_the_same_key_succeeds_later()
    {
        var load = new Load(Cast, Seeded(), atOnce: 3);

        await load.DuringAsync(
            async () =>
            {
                await DatabaseAwayAsync(lone.Servers.StopAsync);
                await DatabaseAwayAsync(lone.Servers.KillAsync);
            },
            atLeast: 6
        );

        await Agreement.HoldsAsync();
        Assert.All(Cast.Ledger.Problems, p => Assert.Equal("503 application/problem+json store-away", p));
    }

    private async Task BrokerAwayAsync(Func<string, Task> end)
    {
        var through = new Investigation(Cast);
        await through.FileAsync();
        await through.AnswerAsync();
        await end(OwnServers.Broker);
        var draft = new Investigation(Cast);
        try
        {
            await draft.FileAsync();
        }
        finally
        {
            await lone.Servers.StartAsync(OwnServers.Broker);
        }

        await draft.AnswerAsync();
    }

    private async Task DatabaseAwayAsync(Func<string, Task> end)
    {
        var draft = new Investigation(Cast);
        await draft.FileAsync();
        await draft.AnswerAsync();
        var before = Cast.Ledger.Problems.Count;
        await end(OwnServers.Database);
        var drafting = new Investigation(Cast);
        var filing = drafting.FileAsync();
        try
        {
            await Eventually.HoldsAsync(() => Cast.Ledger.Problems.Count > before + 2, "callers to be told");
            Assert.False(filing.IsCompleted);
        }
        finally
        {
            await lone.Servers.StartAsync(OwnServers.Database);
        }

        await filing;
        await drafting.AnswerAsync();
    }
}
