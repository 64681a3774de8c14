using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>The lead calls the action off. Who confirmed it, and who did not before the cut-off, stays on the board.</summary>
public sealed record AbortAction(string Reason)
{
    public static Decision<ActionEvent> Decide(CoordinatedAction current, AbortAction command, Turn turn)
    {
        if (!current.IsLead)
        {
            return Refusals.NotTheLead;
        }

        if (current.Order?.Standing == Standing.Aborted)
        {
            return new NoChange();
        }

        if (current.Concluded is not null)
        {
            return Refusals.Concluded;
        }

        // Before the cut-off others are stopped even when somebody's clock ran ahead and its measures are out.
        if (current.IsPastCutOff(turn.Now))
        {
            if (current.Stands.Values.Any(s => s.Release is not null))
            {
                return new Refusal("released-before", "Measures have gone out already; lift them instead.");
            }

            if (current.Order?.Standing == Standing.Armed)
            {
                return Refusals.CutOffPassed(current);
            }
        }

        var order = new Order(
            (current.Order?.Number ?? 0) + 1,
            Standing.Aborted,
            current.Plan.Version,
            command.Reason,
            turn.Now
        );
        return Orders.React(current, Orders.Give(current, order, Orders.Everybody(current), turn), turn);
    }

    internal static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapPost("/{id:guid}/abort", HandleAsync)
            .RequireRoles(Roles.Approver)
            .WithSummary("The lead calls the action off, before the cut-off.")
            .WithDescription(
                "Who confirmed it, and who did not before the cut-off, stays on the action; nobody counts as stopped who has not said so."
            )
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, ActionDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape().Text("reason", body.Reason, 4000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(id, (current, turn) => Decide(current, new(body.Reason!), turn), cancellation);
    }

    public sealed record Body(string? Reason);
}
