using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.EnforcementActions.Actions.Questions;

/// <summary>Counts what waits on whom, over the actions that the reader may know.</summary>
internal static class CountWaiting
{
    private const string Concluded = "concluded";

    public static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapGet("/waiting", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary(
                "Counts what waits on whom: per authority and kind of act, how many, how many overdue, since when."
            )
            .WithDescription("Each action tells in `waits` what waits on whom in it alone.")
            .Produces<IReadOnlyList<WaitingCount>>();

    private static async Task<IResult> HandleAsync(
        AuthoritySession session,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var waits = await ListActions
            .Whole(session.Documents.Query<ActionEntry>().Where(e => e.State != Concluded), caller)
            .Select(e => e.Sheet.Waits)
            .ToListAsync(cancellation);
        return Results.Ok(WaitingCount.Of(waits.SelectMany(w => w)));
    }
}
