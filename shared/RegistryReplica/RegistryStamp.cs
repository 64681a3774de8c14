using CaseCoordination.Platform.Store;

namespace CaseCoordination.RegistryReplica;

/// <summary>One row that changes whenever any copy changes, so that one cheap read tells whether the law book is current.</summary>
public sealed record RegistryStamp
{
    public const string Row = "registry";

    public string Id { get; init; } = Row;
    public required Guid Value { get; init; }
}

/// <summary>Writes copies in one transaction with the stamp.</summary>
internal static class Keeping
{
    /// <summary>Node documents belong to no authority; their sessions carry this name.</summary>
    public const string Node = "NODE";

    public const string Actor = "registry-replica";

    // The read saves a redelivery from touching the stamp; the conditional update decides between two writers.
    public static async Task KeepAsync<T>(
        this AuthoritySessions sessions,
        T replica,
        string id,
        long revision,
        Func<T, long> revisionOf,
        CancellationToken cancellation
    )
        where T : notnull
    {
        await using var session = sessions.Open(Node, Actor);
        if (await session.Documents.LoadAsync<T>(id, cancellation) is { } known && revisionOf(known) >= revision)
        {
            return;
        }

        session.Documents.TryUpdateRevision(replica, revision);
        session.Documents.Store(new RegistryStamp { Value = Guid.CreateVersion7() });
        await session.SaveAsync(cancellation);
    }
}
