using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Notifications;

/// <summary>Lists what happened, oldest first, from a cursor on.</summary>
internal static class ListEvents
{
    public const string CursorSentence = "Use a cursor of an entry, or the next of a page, unchanged.";
    private const int MostPerPage = 500;

    public static void Map(IEndpointRouteBuilder events) =>
        events
            .MapGet("", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Lists what happened to requests, oldest first: ids and states only.")
            .WithDescription(
                "`after` is a cursor; without it the list begins with the oldest entry. `limit` up to 500. `next` is given always: "
                    + "ask again with it for what happens later. Entries of one thing come in their order, and none is left out."
            )
            .Produces<EventsPage>();

    private static async Task<IResult> HandleAsync(
        Feed feed,
        FeedCursors cursors,
        AuthoritySession session,
        Caller caller,
        CancellationToken cancellation,
        string? after = null,
        int limit = 100
    )
    {
        var place = await cursors.ReadAsync(session.Authority, after, cancellation);
        var shape = new Shape()
            .Must(place is not null, "after", "not-a-cursor", CursorSentence)
            .Must(limit is >= 1 and <= MostPerPage, "limit", "out-of-range", $"From 1 to {MostPerPage}.");
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var page = await feed.ReadAsync(session, caller, place!.Value, limit, null, cancellation);
        return Results.Ok(
            new EventsPage(
                [.. page.Entries.Select(n => n.Entry)],
                await cursors.OfPlaceAsync(session.Authority, page.Through, cancellation)
            )
        );
    }
}
