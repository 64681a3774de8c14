namespace CaseCoordination.SystemTests.Harness;

/// <summary>A node on servers of its own, one replica of every service.</summary>
public sealed class LoneNode : IAsyncLifetime
{
    internal SystemNode Node { get; private set; } = null!;

    internal OwnServers Servers { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Servers = await OwnServers.StartAsync();
        Node = await SystemNode.StartAsync(replicas: 1, Servers.Endpoints);
    }

    public async ValueTask DisposeAsync()
    {
        if (Node is not null)
        {
            await Node.DisposeAsync();
        }

        if (Servers is not null)
        {
            await Servers.DisposeAsync();
        }
    }
}

/// <summary>The scenarios in which servers are stopped.</summary>
[CollectionDefinition(Name)]
public sealed class OnLoneNode : ICollectionFixture<LoneNode>
{
    public const string Name = "lone node";
}
