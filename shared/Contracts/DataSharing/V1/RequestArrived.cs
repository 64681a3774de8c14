namespace CaseCoordination.Contracts.DataSharing.V1;

/// <summary>A request for assistance has arrived and waits for an answer of this authority.</summary>
public sealed record RequestArrived
{
    public required Guid RequestId { get; init; }
    public required string Authority { get; init; }
    public required DateTimeOffset At { get; init; }
}
