using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Timing.Clocks;

/// <summary>How good this node's clock is.</summary>
public interface IClockQuality
{
    /// <summary>The last reading; null until the first one is taken, which is moments after the start.</summary>
    ClockReading? Current { get; }
}
