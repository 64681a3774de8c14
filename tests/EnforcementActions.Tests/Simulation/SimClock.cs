namespace CaseCoordination.EnforcementActions.Tests.Simulation;

/// <summary>What an authority's clock shows at a true time: it is off from the start, and runs fast or slow.</summary>
internal sealed class SimClock(DateTimeOffset start, TimeSpan offset, double drift)
{
    public DateTimeOffset Read(long trueTicks) =>
        start.AddTicks(trueTicks + offset.Ticks + (long)Math.Floor(trueTicks * drift));

    /// <summary>The first true tick at which the clock shows this time or a later one.</summary>
    public long When(DateTimeOffset shown)
    {
        var ticks = (long)(((shown - start).Ticks - offset.Ticks) / (1 + drift));
        while (Read(ticks) < shown)
        {
            ticks++;
        }

        while (Read(ticks - 1) >= shown)
        {
            ticks--;
        }

        return ticks;
    }

    /// <summary>How far the clock can be from the true time until then.</summary>
    public TimeSpan ErrorUntil(long trueTicks) =>
        offset.Duration() + TimeSpan.FromTicks((long)Math.Ceiling(Math.Abs(trueTicks * drift)) + 1);
}
