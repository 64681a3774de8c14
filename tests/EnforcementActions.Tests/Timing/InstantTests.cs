using CaseCoordination.EnforcementActions.Timing;

namespace CaseCoordination.EnforcementActions.Tests.Timing;

/// <summary>Nothing goes out early, whatever timers and clocks do.</summary>
public sealed class InstantTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Timers_that_fire_early_are_set_again()
    {
        var clock = new LyingClock(Noon.AddSeconds(-2), share: 0.9);
        await Instant.ReachAsync(clock, Noon, CancellationToken.None);
        Assert.True(clock.GetUtcNow() >= Noon);
        Assert.True(clock.Timers > 3);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_is_waited_for_again()
    {
        var clock = new LyingClock(Noon.AddSeconds(-1), share: 1) { SetBackAtTimer = 2 };
        await Instant.ReachAsync(clock, Noon, CancellationToken.None);
        Assert.True(clock.GetUtcNow() >= Noon);
        Assert.True(clock.Timers > 100);
    }

    [Fact]
    public async Task An_instant_that_has_passed_is_not_waited_for()
    {
        var clock = new LyingClock(Noon, share: 1);
        await Instant.ReachAsync(clock, Noon, CancellationToken.None);
        Assert.Equal(0, clock.Timers);
    }

    /// <summary>A clock that only timers move, each by a share of what it was set to.</summary>
    private sealed class LyingClock(DateTimeOffset now, double share) : TimeProvider
    {
        private static readonly TimeSpan Back = TimeSpan.FromMinutes(2);
        private DateTimeOffset _now = now;

        public int Timers { get; private set; }
        public int SetBackAtTimer { get; init; }

        public override DateTimeOffset GetUtcNow() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Timers++;
            _now += Timers == SetBackAtTimer ? -Back : TimeSpan.FromTicks((long)Math.Ceiling(dueTime.Ticks * share));
            return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
