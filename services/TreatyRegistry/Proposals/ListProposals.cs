using System.Globalization;
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
            .Produces<Page<ProposalView>>();
        proposals
            .MapGet("/{id:guid}", ShowAsync)
            .WithSummary("One proposal with everything that it would change.")
            .Produces<ProposalView>();
    }

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
        if (cursor is not null)
        {
            if (
                !DateTimeOffset.TryParseExact(
                    cursor.Key,
                    "O",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var at
                )
            )
            {
                return new Shape().Wrong("after", "cursor-unknown", "This cursor belongs to another list.").Problem();
            }

            found = found.Where(p => p.ProposedAt < at || (p.ProposedAt == at && p.Id.CompareTo(cursor.Id) < 0));
        }

        var page = await found
            .OrderByDescending(p => p.ProposedAt)
            .ThenByDescending(p => p.Id)
            .Take(count + 1)
            .ToListAsync(cancellation);
        return Results.Ok(
            Pages.Cut(page, count, p => new Cursor(p.ProposedAt.ToString("O", CultureInfo.InvariantCulture), p.Id))
        );
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
