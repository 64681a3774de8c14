using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Questions;
using CaseCoordination.EnforcementActions.Timing.Clocks;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.EnforcementActions.Actions.Board;

/// <summary>A board as it is answered.</summary>
/// <param name="ServerTime">The node's clock when this was written; how long is left is counted against it.</param>
/// <param name="ServerClock">How good that clock is.</param>
public sealed record BoardAnswer(ActionBoard Board, DateTimeOffset ServerTime, ClockReading? ServerClock);

/// <summary>Shows the board of one action.</summary>
internal static class ShowBoard
{
    public static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapGet("/{id:guid}/board", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Shows where every participant stands, who has the ball, since when, and what blocks.")
            .WithDescription(
                "Each participant's row holds its readiness, the answer to the last order (`unconfirmed`, `held`, `stopped`, "
                    + "`too-late`, `released-before`, `not-ready`), how T-0 went and the clock it goes by. `ball` names who has to "
                    + "act; lines that block arming or T-0 come first. The ETag is the version of the file."
            )
            .Produces<BoardAnswer>()
            .ProducesProblem(404);

    /// <summary>As much of a board as the caller may know; null when it is nothing.</summary>
    public static async Task<ActionBoard?> FindBoardAsync(
        this AuthoritySession session,
        Guid id,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var entry = await session.Documents.LoadAsync<ActionEntry>(id, cancellation);
        return entry is null
            ? null
            : Visibility.Of(caller, entry.Groups, entry.Members) switch
            {
                Sight.Whole => entry.Board,
                Sight.Outline => entry.Board.Outline(),
                _ => null,
            };
    }

    private static async Task<IResult> HandleAsync(
        Guid id,
        AuthoritySession session,
        Caller caller,
        IClockQuality quality,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellation
    ) =>
        await session.FindBoardAsync(id, caller, cancellation) is { } board
            ? Tagged.Ok(http, new BoardAnswer(board, clock.GetUtcNow(), quality.Current), board.Version)
            : Problems.NotFound();
}
