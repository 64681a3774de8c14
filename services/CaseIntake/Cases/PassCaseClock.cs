using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Deadlines;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>Clocks of a case: which run, and what happens when one passes.</summary>
public static class PassCaseClock
{
    /// <summary>No clock runs while the case is suspended or after it is closed; one that has failed has nothing left to say.</summary>
    public static IEnumerable<OpenDeadline> Running(Case current) =>
        current.Stage is CaseStage.Suspended || !current.IsEditable
            ? []
            : current
                .Clocks.Values.Where(c => !c.HasFailed)
                .Select(c => new OpenDeadline(c.Key, c.HasWarned ? null : c.WarnAt, c.FailAt));

    public static Decision<CaseEvent> Decide(Case current, PassedDeadline passed, DateTimeOffset now)
    {
        if (!Running(current).Any(c => c.Key == passed.Key))
        {
            return new NoChange();
        }

        var clock = current.Clocks[passed.Key];
        return (passed.Stage, clock) switch
        {
            (DeadlineStage.Warn, { HasWarned: false }) when now >= clock.WarnAt => new ClockWarned(
                clock.Key,
                clock.On,
                clock.WarnAt,
                now
            ),
            (DeadlineStage.Fail, _) when now >= clock.FailAt => new ClockFailed(clock.Key, clock.On, clock.FailAt, now),
            _ => new NoChange(),
        };
    }
}
