namespace CaseCoordination.EnforcementActions.Timing;

/// <summary>Waits for a time of day.</summary>
internal static class Instant
{
    // A clock that is set ahead meanwhile is noticed after this time.
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Ends when the clock shows this instant or a later one, and never before: a timer may fire early, and the clock may be set
    /// back while it runs, so that the clock itself is asked again after each.
    /// </summary>
    public static async Task ReachAsync(TimeProvider clock, DateTimeOffset instant, CancellationToken cancellation)
    {
        while (instant - clock.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            // Timers count whole milliseconds; rounded down, the last one would be spent asking.
            var rest = TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds));
            await Task.Delay(rest < Slice ? rest : Slice, clock, cancellation);
        }
    }
}
