using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Letters;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>
/// How the lead's file turns votes into orders, and how every file turns orders into what happens at T-0. Nothing here, and
/// nothing that it calls, sends anything at T-0: who holds an order acts by its own clock.
/// </summary>
public static class Orders
{
    /// <summary>What follows at the lead from a change of votes: orders as the rule demands, and a board for everybody.</summary>
    /// <param name="before">The file before the change.</param>
    /// <param name="change">What happened.</param>
    /// <param name="turn">The act.</param>
    public static ActionEvent[] React(CoordinatedAction before, IEnumerable<ActionEvent> change, Turn turn)
    {
        var happened = change.ToList();
        var after = Fold.Onto(before, happened);
        if (NextOrder(after, turn) is var (order, to))
        {
            happened.AddRange(Give(after, order, to, turn));
            after = Fold.Onto(before, happened);
        }

        happened.AddRange(Outbound.Board(after, turn));
        return [.. happened];
    }

    /// <summary>An order to some participants; what concerns the lead itself is taken in the same decision.</summary>
    public static IEnumerable<ActionEvent> Give(CoordinatedAction file, Order order, string[] to, Turn turn)
    {
        yield return new OrderGiven(order, to, turn.By, turn.Now);
        foreach (var other in to.Where(code => code != file.Authority))
        {
            yield return Outbound.Order(file, other, order, turn);
        }

        if (to.Contains(file.Authority, StringComparer.Ordinal))
        {
            yield return new OrderTaken(order, EffectOf(file, order, turn.Now), turn.Now);
        }
    }

    /// <summary>Whom an order that stops something has to reach: everybody who was told of the plan.</summary>
    public static string[] Everybody(CoordinatedAction file) =>
        [.. file.Stands.Keys.Where(code => code == file.Authority || file.Between.ContainsKey(code))];

    /// <summary>What an order does in a file, by the clock of its authority.</summary>
    public static OrderEffect EffectOf(CoordinatedAction file, Order order, DateTimeOffset now)
    {
        if (file.Release is not null)
        {
            return OrderEffect.ReleasedBefore;
        }

        var isLate = file.IsPastCutOff(now);
        if (order.Standing == Standing.Armed)
        {
            return isLate ? OrderEffect.TooLate
                : IsCommittedTo(file, order) ? OrderEffect.Held
                : OrderEffect.NotReady;
        }

        // After the cut-off nothing from outside stops what is held; where nothing is held, there is nothing to stop.
        return isLate && file.Held is not null ? OrderEffect.TooLate : OrderEffect.Stopped;
    }

    /// <summary>T-0, or the end of its window, by the clock of the authority itself.</summary>
    /// <param name="file">The file of the authority that acts.</param>
    /// <param name="clock">How good its clock is, as far as is known.</param>
    /// <param name="late">From when on a release counts as late.</param>
    /// <param name="turn">The act; its time is the authority's own clock.</param>
    public static Decision<ActionEvent> Release(CoordinatedAction file, ClockReading? clock, TimeSpan late, Turn turn)
    {
        var schedule = file.Plan.Schedule;
        if (!file.WillRelease || turn.Now < schedule.ReleaseAt)
        {
            return new NoChange();
        }

        if (turn.Now > schedule.WindowEnd)
        {
            return Tell(file, [new ReleaseMissed(file.Held!.Value, turn.Now)], turn);
        }

        var behind = turn.Now - schedule.ReleaseAt;
        var release = new Release(
            file.Held!.Value,
            turn.Now,
            (long)behind.TotalMilliseconds,
            behind > late,
            false,
            clock
        );
        return Tell(file, [new ActionReleased(release, turn.By, turn.Now)], turn);
    }

    /// <summary>Own news on T-0 with the letter that tells it: to the lead, or to everybody where this is the lead.</summary>
    public static ActionEvent[] Tell(CoordinatedAction before, ActionEvent[] change, Turn turn)
    {
        var after = Fold.Onto(before, change);
        return after.IsLead
            ? [.. change, .. Outbound.Board(after, turn)]
            :
            [
                .. change,
                Outbound.Reply(
                    after,
                    after.Lead,
                    ActionLetterKinds.Release,
                    new ReleaseLetter { Release = Told.Of(after.Release), Unreleased = after.Own.Unreleased },
                    turn
                ),
            ];
    }

    private static bool IsCommittedTo(CoordinatedAction file, Order order) =>
        order.PlanVersion == file.Plan.Version
        && file.Plan.Names(file.Authority)
        && file.OwnReadiness == Readiness.Ready
        && file.Order?.Standing != Standing.Aborted
        && file.Concluded is null;

    // Nothing is ordered after the cut-off by the lead's clock, and nothing after an abort.
    private static (Order Order, string[] To)? NextOrder(CoordinatedAction file, Turn turn)
    {
        var plan = file.Plan;
        if (
            file.Proposed != plan.Version
            || file.Order?.Standing == Standing.Aborted
            || file.Concluded is not null
            || file.IsPastCutOff(turn.Now)
        )
        {
            return null;
        }

        var stands = plan
            .Participants.Select(p => (p.Authority, Readiness: file.Stands[p.Authority].For(plan)))
            .ToList();
        var number = (file.Order?.Number ?? 0) + 1;
        var isArmed = file.Order is { Standing: Standing.Armed } order && order.PlanVersion == plan.Version;
        if (!plan.Rule.IsMet(stands))
        {
            return isArmed
                ? (new Order(number, Standing.Standstill, plan.Version, WhyNot(stands), turn.Now), Everybody(file))
                : null;
        }

        // After a release, by a clock that runs ahead, others may still be stopped, but nobody is sent after it.
        if (file.Stands.Values.Any(s => s.Release is not null))
        {
            return null;
        }

        // Who is armed already keeps its order; who has become ready, or ready again, since then gets one.
        var to = stands
            .Where(s => s.Readiness == Readiness.Ready && !HoldsOrderFor(file, s.Authority, isArmed))
            .Select(s => s.Authority)
            .ToArray();
        return to.Length == 0 ? null : (new Order(number, Standing.Armed, plan.Version, null, turn.Now), to);
    }

    // A vote later than the one on which the order was sent may have let that order go at the participant.
    private static bool HoldsOrderFor(CoordinatedAction file, string authority, bool isArmed) =>
        isArmed && file.Stands[authority] is { Vote: { Number: var vote } } stand && stand.ArmedByVote == vote;

    private static string WhyNot(List<(string Authority, Readiness Readiness)> stands) =>
        stands.FirstOrDefault(s => s.Readiness == Readiness.Hold) is { Authority: { } holder }
            ? $"hold:{holder}"
            : "rule-not-met";
}
