using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Requests.Questions;

/// <summary>Shows one request to those who may know it.</summary>
internal static class ShowRequest
{
    public static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapGet("/{id:guid}", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Shows a request; the ETag is its version.")
            .Produces<RequestSheet>()
            .ProducesProblem(404);

    private static async Task<IResult> HandleAsync(
        Guid id,
        AuthoritySession session,
        Caller caller,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        return await session.FindAsync(id, caller, cancellation) is { } sheet
            ? Tagged.Ok(http, sheet, sheet.Version)
            : Problems.NotFound();
    }

    /// <summary>As much of a request as the caller may know; null when it is nothing.</summary>
    public static async Task<RequestSheet?> FindAsync(
        this AuthoritySession session,
        Guid id,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var entry = await session.Documents.LoadAsync<RequestEntry>(id, cancellation);
        return entry is null
            ? null
            : Visibility.Of(caller, entry.Groups, entry.Members) switch
            {
                Sight.Whole => entry.Sheet,
                Sight.Outline => entry.Sheet.Outline(),
                _ => null,
            };
    }
}
