using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.EnforcementActions.Actions.Questions;

/// <summary>Shows one action to those who may know it.</summary>
internal static class ShowAction
{
    public static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapGet("/{id:guid}", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Shows an action; the ETag is its version.")
            .Produces<ActionSheet>()
            .ProducesProblem(404);

    /// <summary>As much of an action as the caller may know; null when it is nothing.</summary>
    public static async Task<ActionSheet?> FindActionAsync(
        this AuthoritySession session,
        Guid id,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var entry = await session.Documents.LoadAsync<ActionEntry>(id, cancellation);
        return entry is null
            ? null
            : Visibility.Of(caller, entry.Groups, entry.Members) switch
            {
                Sight.Whole => entry.Sheet,
                Sight.Outline => entry.Sheet.Outline(),
                _ => null,
            };
    }

    private static async Task<IResult> HandleAsync(
        Guid id,
        AuthoritySession session,
        Caller caller,
        HttpContext http,
        CancellationToken cancellation
    ) =>
        await session.FindActionAsync(id, caller, cancellation) is { } sheet
            ? Tagged.Ok(http, sheet, sheet.Version)
            : Problems.NotFound();
}
