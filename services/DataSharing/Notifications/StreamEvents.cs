using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Notifications;

/// <summary>Tells what happens as it happens, over a connection that stays open.</summary>
internal static class StreamEvents
{
    public const string Now = "now";

    public static void Map(IEndpointRouteBuilder events) =>
        events
            .MapGet("/stream", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Streams what happens as server-sent events; Last-Event-ID resumes without gaps.")
            .WithDescription(
                "`text/event-stream`: each entry's `id` is its cursor, `event` its type, `data` the entry as JSON. The place to begin "
                    + "is the Last-Event-ID header, else `after` (a cursor, `start` or `now`), else `now`. Comments keep the "
                    + "connection alive, and move the place to resume from. The stream ends when the token does."
            )
            .Produces<string>(contentType: "text/event-stream");

    private static async Task<IResult> HandleAsync(
        FeedCursors cursors,
        AuthoritySession session,
        HttpContext http,
        CancellationToken cancellation,
        string? after = null
    )
    {
        var resumed = http.Request.Headers["Last-Event-ID"].ToString();
        var begin = resumed.Length > 0 ? resumed : after ?? Now;
        var place =
            begin == Now
                ? await session.MarkAsync(cancellation)
                : await cursors.ReadAsync(session.Authority, begin, cancellation);
        return place is { } known
            ? new EventStream(known)
            : Problems.Of(
                400,
                "not-a-cursor",
                ListEvents.CursorSentence,
                resumed.Length > 0 ? "Last-Event-ID" : "after"
            );
    }
}
