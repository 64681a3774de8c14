using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.EnforcementActions.Measures.Questions;

/// <summary>Shows what became of all measures of one action.</summary>
internal static class ShowOutcomes
{
    public static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapGet("/{id:guid}/outcomes", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Shows the orders, freezes and fines of all participants, and what is payable after offsets.")
            .Produces<OutcomeRegister>()
            .ProducesProblem(404);

    private static async Task<IResult> HandleAsync(Guid id, ActionDesk desk, CancellationToken cancellation) =>
        await desk.FindAsync(id, cancellation) is { } file
            ? Results.Ok(OutcomeRegister.Of(file.Id, file.Plan, OutcomeRow.Of(file)))
            : Problems.NotFound();
}
