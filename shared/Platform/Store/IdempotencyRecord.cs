namespace CaseCoordination.Platform.Store;

/// <summary>The answer that an Idempotency-Key got, stored in the transaction of its effect.</summary>
public sealed record IdempotencyRecord
{
    /// <summary>Caller's subject and key.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 over method, path and body of the first request.</summary>
    public required string Fingerprint { get; init; }

    public required Guid StreamId { get; init; }
    public required long Version { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A key that the request under way carries and that has had no effect yet.</summary>
public sealed record PendingIdempotency(string Id, string Fingerprint)
{
    /// <summary>What the answer names, if that is not the stream, such as a proposal about it.</summary>
    public Guid? Answer { get; init; }
}
