namespace CaseCoordination.Contracts.TreatyRegistry.V1;

/// <summary>A version of an instrument's terms was published; versions are identified by the hash of their content.</summary>
public sealed record InstrumentPublished
{
    public required string InstrumentId { get; init; }
    public required long Revision { get; init; }
    public required string ContentHash { get; init; }

    /// <summary>First day on which this version decides, as an ISO date.</summary>
    public required string EffectiveFrom { get; init; }

    /// <summary>The instrument in its canonical JSON text.</summary>
    public required string Terms { get; init; }
}
