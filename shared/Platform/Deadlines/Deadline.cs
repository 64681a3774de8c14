namespace CaseCoordination.Platform.Deadlines;

/// <summary>A clock that runs in a state: when it warns and when it fails. <c>Key</c> is unique within the stream.</summary>
public sealed record OpenDeadline(string Key, DateTimeOffset? WarnAt, DateTimeOffset FailAt);

/// <summary>A clock that has passed a time of its own.</summary>
public sealed record PassedDeadline(Guid StreamId, string Key, DeadlineStage Stage, DateTimeOffset DueAt);

/// <summary>Each clock first warns, then fails.</summary>
public enum DeadlineStage
{
    Warn,
    Fail,
}

/// <summary>A due time, stored in the transaction of the event that started it.</summary>
public sealed record Deadline
{
    /// <summary>Stream, key and stage.</summary>
    public required string Id { get; init; }

    public required string Authority { get; init; }
    public required string Aggregate { get; init; }
    public required Guid StreamId { get; init; }
    public required string Key { get; init; }
    public required DeadlineStage Stage { get; init; }

    public required DateTimeOffset DueAt { get; init; }
}
