using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>Sends the plan in its present version to everybody who takes part; a second person of the lead decides that.</summary>
public sealed record ProposeAction
{
    public static Decision<ActionEvent> Decide(CoordinatedAction current, Turn turn)
    {
        if (!current.IsLead)
        {
            return Refusals.NotTheLead;
        }

        if (current.Order?.Standing == Standing.Aborted)
        {
            return new Refusal("action-aborted", "The action was aborted; draft another.");
        }

        if (current.Concluded is not null)
        {
            return Refusals.Concluded;
        }

        if (current.Proposed == current.Plan.Version)
        {
            return new NoChange();
        }

        if (current.Preparers.Contains(turn.By))
        {
            return Refusals.SamePerson;
        }

        if (current.Plan.Schedule.ReadyBy <= turn.Now)
        {
            return new Refusal(
                "schedule-passed",
                "The time until which everybody is to be ready has passed; revise the plan."
            );
        }

        var proposed = new ActionProposed(current.Plan.Version, turn.By, turn.Now);
        var after = current.Evolve(proposed);

        // Whoever was dropped from the plan learns it by the new version, in which it has no part.
        var letters = after.Others.Select(to => Outbound.Proposal(after, to, turn));
        return Orders.React(current, letters.Prepend<ActionEvent>(proposed), turn);
    }

    internal static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapPost("/{id:guid}/proposal", HandleAsync)
            .RequireRoles(Roles.Approver)
            .WithSummary("Sends the plan to everybody who takes part; whoever prepared it does not decide this.")
            .WithDescription(
                "Each border judges the proposal by itself; the letters of the action tell where one was stopped."
            )
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, ActionDesk desk, CancellationToken cancellation) =>
        await desk.DecideAsync(id, Decide, cancellation);
}
