using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.DataSharing.Requests.Questions;

/// <summary>Counts what waits on whom, over the requests that the reader may know.</summary>
internal static class CountWaiting
{
    public static void Map(IEndpointRouteBuilder requests) =>
        requests
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
        var waits = await RequestSearch
            .Visible(session.Documents.Query<RequestEntry>().Where(e => e.IsWaiting), caller)
            .Select(e => e.Sheet.Waits)
            .ToListAsync(cancellation);
        return Results.Ok(WaitingCount.Of(waits.SelectMany(w => w)));
    }
}
