using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.CaseIntake.Cases.Questions;

/// <summary>Shows one case to those who may know it.</summary>
internal static class ShowCase
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("/{id:guid}", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Shows a case; the ETag is its version.")
            .Produces<CaseSheet>()
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

    /// <summary>As much of a case as the caller may know; null when it is nothing.</summary>
    public static async Task<CaseSheet?> FindAsync(
        this AuthoritySession session,
        Guid id,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var entry = await session.Documents.LoadAsync<CaseEntry>(id, cancellation);
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
