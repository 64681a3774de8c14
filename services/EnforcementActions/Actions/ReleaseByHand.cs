using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>
/// A person lets measures go out after T-0 that did not go out by themselves: the window was missed, the order came after the
/// cut-off, or they were withheld. Marked late and by hand, always.
/// </summary>
public sealed record ReleaseByHand(ClockReading? Clock)
{
    public static Decision<ActionEvent> Decide(CoordinatedAction current, ReleaseByHand command, Turn turn)
    {
        if (current.Release is not null)
        {
            return new NoChange();
        }

        if (current.Concluded is not null)
        {
            return Refusals.Concluded;
        }

        if (current.Order?.Standing is Standing.Aborted && current.Held is null)
        {
            return new Refusal("action-aborted", "The action was aborted, and this authority confirmed it.");
        }

        if (turn.Now < current.Plan.Schedule.ReleaseAt)
        {
            return new Refusal(
                "before-release",
                $"T-0 is {current.Plan.Schedule.ReleaseAt:u}; nothing goes out before."
            );
        }

        // While it may still go out by itself, a person has nothing to decide.
        if (current.WillRelease && turn.Now <= current.Plan.Schedule.WindowEnd)
        {
            return new NoChange();
        }

        if (
            current.Order is not { } order
            || order.PlanVersion != current.Plan.Version
            || (
                !current.IsMissed
                && current.Withheld is null
                && current.Own.Receipt is not { Standing: Standing.Armed, Effect: OrderEffect.TooLate }
            )
        )
        {
            return new Refusal("not-armed", "No order of the lead armed the action here.");
        }

        if (current.OwnReadiness != Readiness.Ready)
        {
            return new Refusal("not-ready", "This authority has not declared itself ready for this plan.");
        }

        var behind = turn.Now - current.Plan.Schedule.ReleaseAt;
        var release = new Release(
            current.Held ?? order.Number,
            turn.Now,
            (long)behind.TotalMilliseconds,
            true,
            true,
            command.Clock
        );
        return Orders.Tell(current, [new ActionReleased(release, turn.By, turn.Now)], turn);
    }

    internal static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapPost("/{id:guid}/release", HandleAsync)
            .RequireRoles(Roles.Approver)
            .WithSummary(
                "Lets the measures go out after T-0 that did not go out by themselves; marked late and by hand."
            )
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, ActionDesk desk, CancellationToken cancellation) =>
        await desk.DecideAsync(id, (current, turn) => Decide(current, new(desk.Clock), turn), cancellation);
}
