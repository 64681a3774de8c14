using CaseCoordination.DataSharing.Holdings.Trails.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Deadlines;

namespace CaseCoordination.DataSharing.Holdings.Trails;

/// <summary>Clocks of a trail: who has not confirmed a notice by its end is a gap, and stays one until it confirms.</summary>
public static class PassTrailClock
{
    public static IEnumerable<OpenDeadline> Running(Trail current) => Clocks.Running(TrailClocks.Of(current));

    public static Decision<TrailEvent> Decide(Trail current, PassedDeadline passed, DateTimeOffset now) =>
        Clocks.Pass(TrailClocks.Of(current), passed, now) switch
        {
            (DeadlineStage.Warn, { } clock) => new TrailClockWarned(clock.Key, clock.WarnAt, now),
            (DeadlineStage.Fail, { } clock) => new TrailClockFailed(clock.Key, clock.FailAt, now),
            _ => new NoChange(),
        };
}
