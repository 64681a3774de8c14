using System.Globalization;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.EnforcementActions.Actions.Board;

/// <summary>Tells the board of one action whenever it changes, over a connection that stays open.</summary>
internal static class StreamBoard
{
    public static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapGet("/{id:guid}/board/events", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary(
                "Streams the board as server-sent events: the whole board at the beginning and at every change."
            )
            .WithDescription(
                "`text/event-stream`: each event is named `board`, its `id` is the version of the file, its `data` what "
                    + "`GET /api/actions/{id}/board` answers. With the header Last-Event-ID the stream begins with the next "
                    + "change. Boards that were overtaken before they could be sent are left out. Comments keep the connection "
                    + "alive. The stream ends when the token does, or when the caller may no longer know the action."
            )
            .Produces<string>(contentType: "text/event-stream")
            .ProducesProblem(404);

    private static async Task<IResult> HandleAsync(
        Guid id,
        AuthoritySession session,
        Caller caller,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (await session.FindBoardAsync(id, caller, cancellation) is null)
        {
            return Problems.NotFound();
        }

        var resumed = http.Request.Headers["Last-Event-ID"].ToString();
        var seen = 0L;
        return resumed.Length > 0 && !long.TryParse(resumed, NumberStyles.None, CultureInfo.InvariantCulture, out seen)
            ? Problems.Of(
                400,
                "not-a-version",
                "Last-Event-ID is the id of the last event that was read, a version of the file.",
                "Last-Event-ID"
            )
            : new BoardStream(id, seen);
    }
}
