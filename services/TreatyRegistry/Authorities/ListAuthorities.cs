using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Store;
using CaseCoordination.TreatyRegistry.Http;
using Marten;

namespace CaseCoordination.TreatyRegistry.Authorities;

/// <summary>Who is registered.</summary>
internal static class ListAuthorities
{
    public static void Map(IEndpointRouteBuilder authorities) =>
        authorities
            .MapGet("/", HandleAsync)
            .WithSummary("Registered authorities in the order of their codes; filters: jurisdiction, kind.")
            .Produces<Page<AuthorityView>>();

    private static async Task<IResult> HandleAsync(
        AuthoritySession session,
        CancellationToken cancellation,
        string? jurisdiction = null,
        string? kind = null,
        string? after = null,
        int? size = null
    )
    {
        if (!PageSize.TryRead(size, after, out var count, out var cursor, out var problem))
        {
            return problem!;
        }

        IQueryable<AuthorityView> found = session.Documents.Query<AuthorityView>();
        found = jurisdiction is null ? found : found.Where(a => a.Jurisdiction == jurisdiction);
        found = kind is null ? found : found.Where(a => a.Kind == kind);
        found = cursor is null ? found : found.Where(a => a.Code.CompareTo(cursor.Key) > 0);
        var page = await found.OrderBy(a => a.Code).Take(count + 1).ToListAsync(cancellation);
        return Results.Ok(Pages.Cut(page, count, a => new Cursor(a.Code, a.StreamId)));
    }
}
