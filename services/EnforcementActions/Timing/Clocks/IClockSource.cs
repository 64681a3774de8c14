namespace CaseCoordination.EnforcementActions.Timing.Clocks;

/// <summary>Something that this node's clock can be compared with.</summary>
internal interface IClockSource
{
    /// <summary>What it tells; null when it tells nothing now.</summary>
    Task<ClockOffset?> ReadAsync(CancellationToken cancellation);
}
