namespace CaseCoordination.Platform.Store;

/// <summary>A message whose effect is stored, kept in the transaction of that effect.</summary>
public sealed record InboxEntry
{
    /// <summary>Queue and message id.</summary>
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }
}
