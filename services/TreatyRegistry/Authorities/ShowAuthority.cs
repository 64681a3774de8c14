using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.TreatyRegistry.Authorities;

/// <summary>One authority's entry.</summary>
internal static class ShowAuthority
{
    public static void Map(IEndpointRouteBuilder authorities) =>
        authorities
            .MapGet("/{code}", HandleAsync)
            .WithSummary("An authority's entry: contact points by function, time zone, holidays.")
            .Produces<AuthorityView>();

    private static async Task<IResult> HandleAsync(
        string code,
        HttpContext http,
        AuthoritySession session,
        CancellationToken cancellation
    ) =>
        await session.Documents.LoadAsync<AuthorityView>(code, cancellation) is { } view
            ? Tagged.Ok(http, view, view.Version)
            : Problems.NotFound();
}
