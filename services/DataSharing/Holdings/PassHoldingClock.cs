using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Deadlines;

namespace CaseCoordination.DataSharing.Holdings;

/// <summary>Clocks of a holding: at the end of its retention it is blocked and waits for the steward.</summary>
public static class PassHoldingClock
{
    public static IEnumerable<OpenDeadline> Running(Holding current) => Clocks.Running(HoldingClocks.Of(current));

    public static Decision<HoldingEvent> Decide(Holding current, PassedDeadline passed, DateTimeOffset now) =>
        Clocks.Pass(HoldingClocks.Of(current), passed, now) switch
        {
            (DeadlineStage.Warn, { } clock) => new HoldingClockWarned(clock.Key, clock.WarnAt, now),
            (DeadlineStage.Fail, { Key: HoldingClocks.Retention } clock) => new HoldingEvent[]
            {
                new HoldingClockFailed(clock.Key, clock.FailAt, now),
                new HoldingRetentionEnded(now),
            },
            (DeadlineStage.Fail, { } clock) => new HoldingClockFailed(clock.Key, clock.FailAt, now),
            _ => new NoChange(),
        };
}

/// <summary>What the clocks of items have in common.</summary>
internal static class Clocks
{
    public static IEnumerable<OpenDeadline> Running(IEnumerable<Clock> clocks) =>
        clocks.Where(c => !c.HasFailed).Select(c => new OpenDeadline(c.Key, c.HasWarned ? null : c.WarnAt, c.FailAt));

    /// <summary>The clock and the time of its own that it has passed; no clock when that no longer matters.</summary>
    public static (DeadlineStage Stage, Clock? Clock) Pass(
        IEnumerable<Clock> clocks,
        PassedDeadline passed,
        DateTimeOffset now
    )
    {
        var clock = clocks.FirstOrDefault(c => c.Key == passed.Key && !c.HasFailed);
        return passed.Stage switch
        {
            DeadlineStage.Warn when clock is { HasWarned: false } && now >= clock.WarnAt => (passed.Stage, clock),
            DeadlineStage.Fail when clock is not null && now >= clock.FailAt => (passed.Stage, clock),
            _ => (passed.Stage, null),
        };
    }

    /// <summary>Who has to act on what since when, as lists show it.</summary>
    public static WaitLine[] Waits(IEnumerable<Clock> clocks) =>
        [
            .. clocks.Select(c => new WaitLine(
                c.On,
                c.Awaits,
                c.Since,
                c.FailAt,
                c.HasFailed ? "overdue"
                    : c.HasWarned ? "late"
                    : "running"
            )),
        ];
}
