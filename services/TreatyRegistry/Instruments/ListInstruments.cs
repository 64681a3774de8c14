using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Store;
using CaseCoordination.TreatyRegistry.Http;
using Marten;

namespace CaseCoordination.TreatyRegistry.Instruments;

/// <summary>Which instruments there are, and which terms decide today.</summary>
internal static class ListInstruments
{
    public static void Map(IEndpointRouteBuilder instruments) =>
        instruments
            .MapGet("/", HandleAsync)
            .WithSummary("Instruments in the order of their ids, each with the publication that decides today.")
            .Produces<Page<Item>>();

    /// <summary>An instrument in the list; what decides is absent while all its publications lie ahead.</summary>
    public sealed record Item(string Id, PublicationView? InForce, IReadOnlyList<PublicationView> Ahead);

    private static async Task<IResult> HandleAsync(
        AuthoritySession session,
        TimeProvider clock,
        CancellationToken cancellation,
        string? after = null,
        int? size = null
    )
    {
        if (!PageSize.TryRead(size, after, out var count, out var cursor, out var problem))
        {
            return problem!;
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        IQueryable<InstrumentView> found = session.Documents.Query<InstrumentView>();
        found = cursor is null ? found : found.Where(i => i.Id.CompareTo(cursor.Key) > 0);
        var page = await found.OrderBy(i => i.Id).Take(count + 1).ToListAsync(cancellation);
        var cut = Pages.Cut(page, count, i => new Cursor(i.Id, i.StreamId));
        return Results.Ok(
            new Page<Item>(
                [
                    .. cut.Items.Select(i => new Item(
                        i.Id,
                        i.On(today),
                        [.. i.Publications.Where(p => p.EffectiveFrom > today)]
                    )),
                ],
                cut.Next
            )
        );
    }
}
