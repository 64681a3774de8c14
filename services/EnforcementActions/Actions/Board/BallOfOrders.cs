using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Actions.Board;

/// <summary>Orders that wait for their answer, orders that came too late, and T-0 itself.</summary>
internal static class BallOfOrders
{
    public static IEnumerable<BallLine> Of(CoordinatedAction file) =>
        file.Stands.Values.Where(s => s.Release is null).Select(stand => LineOf(file, stand)).OfType<BallLine>();

    private static BallLine? LineOf(CoordinatedAction file, Stand stand)
    {
        var schedule = file.Plan.Schedule;
        if (stand.Unreleased is { } why)
        {
            return Line("release-by-hand", why, schedule.ReleaseAt, null, Balls.Running, blocks: false);
        }

        // An order for an earlier version of the plan has had its time.
        if (stand.Receipt is not { } receipt || file.Order?.PlanVersion != file.Plan.Version)
        {
            return null;
        }

        var isArmed = receipt.Standing == Standing.Armed;
        var untilCutOff = file.CutOffVersion == file.Plan.Version ? Balls.Overdue : Balls.Running;
        return receipt.Effect switch
        {
            OrderEffect.Unconfirmed when isArmed => Line(
                "confirm-order",
                "order-unconfirmed",
                receipt.At,
                schedule.CutOff,
                untilCutOff,
                blocks: true
            ),
            OrderEffect.Unconfirmed => Line(
                "confirm-stop",
                "stop-unconfirmed",
                receipt.At,
                schedule.CutOff,
                untilCutOff,
                blocks: false
            ),
            OrderEffect.Held => Line("release", "t-0", receipt.At, schedule.ReleaseAt, Balls.Running, blocks: false),
            OrderEffect.TooLate when isArmed => Line(
                "release-by-hand",
                "order-too-late",
                receipt.At,
                null,
                Balls.Running,
                blocks: true
            ),
            OrderEffect.TooLate => Line(
                "withhold",
                "stop-too-late",
                receipt.At,
                schedule.ReleaseAt,
                Balls.Running,
                blocks: false
            ),
            OrderEffect.NotReady when stand.For(file.Plan) == Readiness.Ready => Line(
                "vote",
                "order-not-held",
                receipt.At,
                schedule.CutOff,
                untilCutOff,
                blocks: true
            ),
            _ => null,
        };

        BallLine Line(
            string what,
            string cause,
            DateTimeOffset since,
            DateTimeOffset? due,
            string state,
            bool blocks
        ) => new(stand.Authority, what, cause, null, since, due, state, blocks);
    }
}
