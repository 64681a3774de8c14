namespace CaseCoordination.AccessPoint.Border;

/// <summary>When the steps of a letter warn and fail, counted from its acceptance; section <c>Clocks</c> of the settings.</summary>
public sealed record Clocks
{
    public TimeSpan RelayWarn { get; init; } = TimeSpan.FromHours(1);
    public TimeSpan RelayFail { get; init; } = TimeSpan.FromHours(12);
    public TimeSpan DeliveryWarn { get; init; } = TimeSpan.FromHours(12);
    public TimeSpan DeliveryFail { get; init; } = TimeSpan.FromHours(24);
    public TimeSpan RetrievalWarn { get; init; } = TimeSpan.FromHours(24);
    public TimeSpan RetrievalFail { get; init; } = TimeSpan.FromHours(36);

    /// <summary>How long an undeliverable letter is tried.</summary>
    public TimeSpan GiveUp { get; init; } = TimeSpan.FromDays(7);
}
