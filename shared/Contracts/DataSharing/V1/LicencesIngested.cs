namespace CaseCoordination.Contracts.DataSharing.V1;

/// <summary>A batch of records of licences was taken in; what its rows say waits to be looked through.</summary>
public sealed record LicencesIngested
{
    public required Guid BatchId { get; init; }
    public required string Authority { get; init; }
    public required DateTimeOffset At { get; init; }
}
