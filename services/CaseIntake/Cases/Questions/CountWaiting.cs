using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.CaseIntake.Cases.Questions;

/// <summary>Counts what waits on whom, over the cases that the reader may know.</summary>
internal static class CountWaiting
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("/waiting", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary(
                "Counts what waits on whom: per authority and kind of act, how many, how many overdue, since when."
            )
            .Produces<IReadOnlyList<WaitingCount>>();

    private static async Task<IResult> HandleAsync(
        AuthoritySession session,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var waits = await CaseSearch
            .Visible(session.Documents.Query<CaseEntry>().Where(e => e.IsWaiting), caller)
            .Select(e => e.Sheet.Waits)
            .ToListAsync(cancellation);
        return Results.Ok(WaitingCount.Of(waits.SelectMany(w => w)));
    }
}
