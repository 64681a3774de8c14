using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;
using Marten.Linq.MatchesSql;

namespace CaseCoordination.DataSharing.Records.Questions;

/// <summary>Shows batches of records: what came in, from whom, what was wrong with it, and whether it was withdrawn.</summary>
internal static class ShowBatches
{
    private const int MostPerPage = 200;

    /// <summary>Roles that may see batches.</summary>
    public static IReadOnlyList<string> Readers { get; } = [Roles.DataSteward, Roles.Auditor, Roles.System];

    public static void Map(IEndpointRouteBuilder batches)
    {
        batches
            .MapGet("", ListAsync)
            .RequireRoles([.. Readers])
            .WithSummary("Lists batches of records, newest first.")
            .WithDescription("Filter: `category`. `size` up to 200; `cursor` is the `next` of the page before.")
            .Produces<Page<BatchEntry>>();
        batches
            .MapGet("/{id:guid}", ShowAsync)
            .RequireRoles([.. Readers])
            .WithSummary("Shows a batch: counts, the first problems, who ingested it and who withdrew it.")
            .WithDescription(
                "A batch of licences tells in `notices`, once it was looked through, how many notices were drafted of licences that it "
                    + "newly shows as refused, withdrawn or suspended, how many were left out, and how many an earlier batch told."
            )
            .Produces<BatchEntry>()
            .ProducesProblem(404);
    }

    private static async Task<IResult> ShowAsync(Guid id, AuthoritySession session, CancellationToken cancellation) =>
        await session.Documents.LoadAsync<BatchEntry>(id, cancellation) is { } batch
            ? Results.Ok(batch)
            : Problems.NotFound();

    private static async Task<IResult> ListAsync(
        AuthoritySession session,
        CancellationToken cancellation,
        string? category = null,
        string? cursor = null,
        int size = 50
    )
    {
        var isOurs = Cursor.TryRead(cursor, out var after);
        var seen = default(DateTimeOffset);
        isOurs = isOurs && (after is null || after.TryInstant(out seen));
        var shape = new Shape()
            .Must(isOurs, "cursor", "not-a-cursor", "Use the next of the page before, unchanged.")
            .Must(size is >= 1 and <= MostPerPage, "size", "out-of-range", $"From 1 to {MostPerPage}.")
            .Optional("category", category, 100);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        IQueryable<BatchEntry> query = session.Documents.Query<BatchEntry>();
        if (category is not null)
        {
            query = query.Where(b => b.Category == category);
        }

        if (after is not null)
        {
            query = query.Where(b => b.MatchesSql('^', "(d.ingested_at, d.id) < (^, ^)", seen, after.Id));
        }

        var found = await query
            .OrderByDescending(b => b.IngestedAt)
            .ThenByDescending(b => b.Id)
            .Take(size + 1)
            .ToListAsync(cancellation);
        return Results.Ok(Pages.Cut(found, size, last => Cursor.At(last.IngestedAt, last.Id)));
    }
}
