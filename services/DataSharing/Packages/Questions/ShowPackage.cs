using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Packages.Questions;

/// <summary>Shows one package, and what happened to it, to those who may know it.</summary>
internal static class ShowPackage
{
    public static void Map(IEndpointRouteBuilder packages)
    {
        packages
            .MapGet("/{id:guid}", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Shows a package; the ETag is its version.")
            .Produces<PackageSheet>()
            .ProducesProblem(404);
        packages
            .MapGet("/{id:guid}/timeline", TimelineAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Shows everything that happened to a package: when, who, what, and the letter concerned.")
            .Produces<Page<TimelineEntry>>()
            .ProducesProblem(404);
    }

    private static async Task<IResult> HandleAsync(
        Guid id,
        AuthoritySession session,
        Caller caller,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        return await session.FindPackageAsync(id, caller, cancellation) is { } sheet
            ? Tagged.Ok(http, sheet, sheet.Version)
            : Problems.NotFound();
    }

    private static Task<IResult> TimelineAsync(
        Guid id,
        AuthoritySession session,
        Caller caller,
        CancellationToken cancellation,
        string? cursor = null,
        int size = 100
    ) =>
        TimelinePages.AnswerAsync(
            session,
            id,
            cursor,
            size,
            async () => (await session.FindPackageAsync(id, caller, cancellation))?.IsOutline,
            e => PackageTimeline.EntryOf((PackageEvent)e.Data, e.Version, e.EventTypeName, e.UserName),
            cancellation
        );

    /// <summary>As much of a package as the caller may know; null when it is nothing.</summary>
    public static async Task<PackageSheet?> FindPackageAsync(
        this AuthoritySession session,
        Guid id,
        Caller caller,
        CancellationToken cancellation
    ) =>
        await session.Documents.LoadAsync<PackageEntry>(id, cancellation) is { } entry
            ? await session.ShowAsync(entry, caller, cancellation)
            : null;

    public static async Task<PackageSheet?> ShowAsync(
        this AuthoritySession session,
        PackageEntry entry,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var access = await session.AccessAsync(entry.Request, entry.Groups, entry.Members, cancellation);
        return Visibility.Of(caller, access.Groups, access.Members) switch
        {
            Sight.Whole => entry.Sheet,
            Sight.Outline => entry.Sheet.Outline(),
            _ => null,
        };
    }
}
