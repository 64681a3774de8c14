using CaseCoordination.Testing;

namespace CaseCoordination.SystemTests.Harness;

/// <summary>A node with two replicas of every service, on the shared servers; scenarios leave it running and at rest.</summary>
public sealed class PairNode : IAsyncLifetime
{
    internal SystemNode Node { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Node = await SystemNode.StartAsync(replicas: 2);

    public async ValueTask DisposeAsync()
    {
        if (Node is not null)
        {
            await Node.DisposeAsync();
        }
    }
}

/// <summary>The scenarios that share one node, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OnPairNode : ICollectionFixture<PairNode>
{
    public const string Name = "pair node";
}
