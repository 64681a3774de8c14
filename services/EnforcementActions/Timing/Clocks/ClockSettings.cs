namespace CaseCoordination.EnforcementActions.Timing.Clocks;

/// <summary>What an operator may set; section <c>Clock</c>.</summary>
public sealed record ClockSettings
{
    /// <summary>Time servers, <c>host</c> or <c>host:port</c> with commas between; the first that answers counts.</summary>
    public string? Ntp { get; init; }

    /// <summary>How often the clock is compared.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Up to this much from the source, uncertainty included, a clock is good.</summary>
    public TimeSpan Good { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Up to this much it is doubtful; beyond it is bad.</summary>
    public TimeSpan Bad { get; init; } = TimeSpan.FromSeconds(1);
}
