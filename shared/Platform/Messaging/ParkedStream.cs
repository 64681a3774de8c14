using JasperFx;

namespace CaseCoordination.Platform.Messaging;

/// <summary>A lane of a stream whose announcements are stuck: from which version on, why, and when it is tried again.</summary>
public sealed record ParkedStream : IRevisioned
{
    /// <summary>Stream and lane.</summary>
    public required string Id { get; init; }

    public required string Authority { get; init; }
    public required string Aggregate { get; init; }
    public required Guid StreamId { get; init; }
    public required string Lane { get; init; }

    /// <summary>Version of the first event whose announcement is not out.</summary>
    public required long FromVersion { get; init; }

    /// <summary>Version of the last event that waits behind it.</summary>
    public required long ToVersion { get; init; }

    /// <summary>Coded reason: what kind of failure, no text of the message.</summary>
    public required string Reason { get; init; }

    public required DateTimeOffset Since { get; init; }
    public required int Attempts { get; init; }
    public required DateTimeOffset NextRetryAt { get; init; }

    /// <summary>Marten's revision: two writers never overwrite each other.</summary>
    public int Version { get; set; }
}

/// <summary>A message that a consumer could not take: kept here instead of blocking or losing it.</summary>
public sealed record ParkedMessage
{
    /// <summary>Queue and message id.</summary>
    public required string Id { get; init; }

    public required string Authority { get; init; }
    public required string Queue { get; init; }
    public required Guid MessageId { get; init; }

    /// <summary>Full name of the contract.</summary>
    public required string Contract { get; init; }

    /// <summary>The message as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>Coded reason: what kind of failure, no text of the message.</summary>
    public required string Reason { get; init; }

    public string? TraceParent { get; init; }
    public required DateTimeOffset Since { get; init; }
    public required int Attempts { get; init; }
    public required DateTimeOffset NextRetryAt { get; init; }
}
