using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Store;
using CaseCoordination.TreatyRegistry.Http;
using CaseCoordination.TreatyRegistry.Instruments;
using Marten;

namespace CaseCoordination.TreatyRegistry.Participations;

/// <summary>Who is party to an instrument, since when and how far.</summary>
internal static class ListParties
{
    public static void Map(IEndpointRouteBuilder parties) =>
        parties
            .MapGet("/", HandleAsync)
            .WithSummary(
                "Parties in the order of their codes, also those suspended, withdrawn or only committed; filter: status."
            )
            .Produces<Page<ParticipationView>>();

    private static async Task<IResult> HandleAsync(
        string id,
        AuthoritySession session,
        CancellationToken cancellation,
        string? status = null,
        string? after = null,
        int? size = null
    )
    {
        if (!PageSize.TryRead(size, after, out var count, out var cursor, out var problem))
        {
            return problem!;
        }

        if (await session.Documents.LoadAsync<InstrumentView>(id, cancellation) is null)
        {
            return Problems.NotFound();
        }

        var found = session.Documents.Query<ParticipationView>().Where(p => p.InstrumentId == id);
        found = status is null ? found : found.Where(p => p.Status == status);
        found = cursor is null ? found : found.Where(p => p.Authority.CompareTo(cursor.Key) > 0);
        var page = await found.OrderBy(p => p.Authority).Take(count + 1).ToListAsync(cancellation);
        return Results.Ok(Pages.Cut(page, count, p => new Cursor(p.Authority, p.Id)));
    }
}
