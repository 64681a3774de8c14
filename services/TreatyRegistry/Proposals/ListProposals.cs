using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Store;
using CaseCoordination.TreatyRegistry.Http;
using CaseCoordination.TreatyRegistry.Proposals.Domain;
using Marten;

namespace CaseCoordination.TreatyRegistry.Proposals;

/// <summary>What is proposed, and what became of it.</summary>
internal static class ListProposals
{
    public static void Map(IEndpointRouteBuilder proposals)
    {
        proposals
            .MapGet("/", ListAsync)
            .WithSummary("Proposals, the newest first; filter: stage (open, approved, in-force, rejected, lapsed).")
            .Produces<Page<Item>>();
        proposals
            .MapGet("/{id:guid}", ShowAsync)
            .WithSummary("One proposal with everything that it would change.")
            .Produces<ProposalView>();
    }

    /// <summary>A proposal in the list; what it would change is told with the proposal itself.</summary>
    public sealed record Item(
        Guid Id,
        string What,
        string About,
        ProposalStage Stage,
        DateOnly EffectiveFrom,
        string Reason,
        string ProposedBy,
        DateTimeOffset ProposedAt
    );

    private static async Task<IResult> ListAsync(
        AuthoritySession session,
        CancellationToken cancellation,
        string? stage = null,
        string? after = null,
        int? size = null
    )
    {
        if (!PageSize.TryRead(size, after, out var count, out var cursor, out var problem))
        {
            return problem!;
        }

        var wanted = default(ProposalStage);
        if (stage is not null && !Enum.TryParse(stage.Replace("-", "", StringComparison.Ordinal), true, out wanted))
        {
            return new Shape().OneOf("stage", null, ["open", "approved", "in-force", "rejected", "lapsed"]).Problem();
        }

        IQueryable<ProposalView> found = session.Documents.Query<ProposalView>();
        found = stage is null ? found : found.Where(p => p.Stage == wanted);

        // Ids carry the time at which they were made.
        found = cursor is null ? found : found.Where(p => p.Id.CompareTo(cursor.Id) < 0);
        var page = await found
            .OrderByDescending(p => p.Id)
            .Take(count + 1)
            .Select(p => new Item(
                p.Id,
                p.What,
                p.About,
                p.Stage,
                p.EffectiveFrom,
                p.Reason,
                p.ProposedBy,
                p.ProposedAt
            ))
            .ToListAsync(cancellation);
        return Results.Ok(Pages.Cut(page, count, p => new Cursor("", p.Id)));
    }

    private static async Task<IResult> ShowAsync(
        Guid id,
        HttpContext http,
        AuthoritySession session,
        CancellationToken cancellation
    ) =>
        await session.Documents.LoadAsync<ProposalView>(id, cancellation) is { } view
            ? Tagged.Ok(http, view, view.Version)
            : Problems.NotFound();
}
