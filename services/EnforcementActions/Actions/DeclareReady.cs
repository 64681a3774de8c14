using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>The authority is ready for its part of the plan as it was proposed, or ready again after a hold.</summary>
internal static class DeclareReady
{
    public static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapPost("/{id:guid}/ready", HandleAsync)
            .RequireRoles(Roles.Approver)
            .WithSummary("Declares the authority ready; a hold is lifted by the same.")
            .WithDescription(
                "Every measure of its own has its title by then, and whoever prepared them does not decide this. When the rule of the plan "
                    + "is met, the lead's order arrives; from then on the measures go out at T-0 by the authority's own clock."
            )
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, ActionDesk desk, CancellationToken cancellation) =>
        await desk.DecideAsync(
            id,
            (current, turn) =>
                DeclareReadiness.Decide(current, new(Readiness.Ready, null, null, null, desk.Clock), turn),
            cancellation
        );
}
