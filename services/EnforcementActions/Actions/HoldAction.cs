using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>The authority stops the action before the cut-off, for itself at once and for the others by the lead.</summary>
internal static class HoldAction
{
    public static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapPost("/{id:guid}/hold", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.Approver, Roles.Counsel)
            .WithSummary("Holds the action before the cut-off; `ready` lifts it.")
            .WithDescription(
                "The authority's own measures stand still at once. The others stand still as soon as the lead's order reaches them; the "
                    + "action shows for each whether it confirmed that before the cut-off."
            )
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, ActionDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape().Text("reason", body.Reason, 4000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(
                id,
                (current, turn) =>
                    DeclareReadiness.Decide(current, new(Readiness.Hold, null, body.Reason, null, desk.Clock), turn),
                cancellation
            );
    }

    public sealed record Body(string? Reason);
}
