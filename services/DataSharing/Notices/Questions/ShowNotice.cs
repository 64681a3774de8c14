using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Notices.Questions;

/// <summary>Shows one notice to those who may know it.</summary>
internal static class ShowNotice
{
    public static void Map(IEndpointRouteBuilder notices) =>
        notices
            .MapGet("/{id:guid}", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Shows a notice; the ETag is its version.")
            .Produces<NoticeSheet>()
            .ProducesProblem(404);

    private static async Task<IResult> HandleAsync(
        Guid id,
        AuthoritySession session,
        Caller caller,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        return await session.FindNoticeAsync(id, caller, cancellation) is { } sheet
            ? Tagged.Ok(http, sheet, sheet.Version)
            : Problems.NotFound();
    }

    /// <summary>As much of a notice as the caller may know; null when it is nothing.</summary>
    public static async Task<NoticeSheet?> FindNoticeAsync(
        this AuthoritySession session,
        Guid id,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var entry = await session.Documents.LoadAsync<NoticeEntry>(id, cancellation);
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
