using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.DataSharing.AutomaticAnswers.Questions;

/// <summary>Shows the authority's rules: all of them in the order in which they are tried, or one.</summary>
internal static class ShowRules
{
    private const int Most = 500;

    public static void Map(IEndpointRouteBuilder rules)
    {
        rules
            .MapGet("", ListAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Lists the authority's rules in the order in which they are tried; the first 500.")
            .Produces<IReadOnlyList<RuleSheet>>();
        rules
            .MapGet("/{id:guid}", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Shows a rule; the ETag is its version.")
            .Produces<RuleSheet>()
            .ProducesProblem(404);
    }

    private static async Task<IResult> ListAsync(AuthoritySession session, CancellationToken cancellation)
    {
        var found = await session
            .Documents.Query<RuleEntry>()
            .OrderBy(r => r.Name)
            .ThenBy(r => r.Id)
            .Take(Most)
            .ToListAsync(cancellation);
        return Results.Ok(found.Select(r => r.ToSheet()).ToList());
    }

    private static async Task<IResult> HandleAsync(
        Guid id,
        AuthoritySession session,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (await session.Documents.LoadAsync<RuleEntry>(id, cancellation) is not { } entry)
        {
            return Problems.NotFound();
        }

        http.Response.Headers.ETag = Preconditions.Tag(entry.Version);
        return Results.Ok(entry.ToSheet());
    }
}
