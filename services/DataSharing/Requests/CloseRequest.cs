using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>The asker closes its request, and rates how it was served where there was an answer or a refusal.</summary>
public sealed record CloseRequest(int? Timeliness, int? Usefulness, string? Comment)
{
    public static Decision<RequestEvent> Decide(Request current, CloseRequest command, Turn turn)
    {
        if (current.Side != Side.Asker)
        {
            return Refusals.NotTheAsker;
        }

        if (current.Closing is { } closed)
        {
            return
                (closed.Timeliness, closed.Usefulness, closed.Comment)
                == (command.Timeliness, command.Usefulness, command.Comment)
                ? new NoChange()
                : Refusals.Ended(current);
        }

        if (current.IsUnderWay || current.IsDraft)
        {
            return new Refusal("request-open", "The request is neither answered nor refused; withdraw it instead.");
        }

        if (current.Stage is RequestStage.Answered or RequestStage.Refused)
        {
            if (command.Timeliness is null)
            {
                return new Refusal("rating-missing", "Rate the answer from 1 to 5.", "timeliness");
            }

            if (command.Usefulness is null)
            {
                return new Refusal("rating-missing", "Rate the answer from 1 to 5.", "usefulness");
            }
        }

        var letter = current.Tie is null ? (Guid?)null : Outbound.IdOf(current, LetterKinds.Closing, turn);
        var end = new RequestClosed(command.Timeliness, command.Usefulness, command.Comment, letter, turn.By, turn.Now);
        return letter is null
            ? end
            : new RequestEvent[]
            {
                end,
                Outbound.Reply(
                    current,
                    LetterKinds.Closing,
                    new ClosingLetter
                    {
                        Timeliness = command.Timeliness,
                        Usefulness = command.Usefulness,
                        Comment = command.Comment,
                    },
                    turn
                ),
            };
    }

    internal static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapPost("/{id:guid}/closure", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Closes a request that is answered, refused, withdrawn or lapsed, with the asker's rating.")
            .WithDescription(
                "`timeliness` and `usefulness` from 1 to 5; needed after an answer or a refusal. The other side is told."
            )
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, RequestDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape()
            .Must(body.Timeliness is null or (>= 1 and <= 5), "timeliness", "out-of-range", "From 1 to 5.")
            .Must(body.Usefulness is null or (>= 1 and <= 5), "usefulness", "out-of-range", "From 1 to 5.")
            .Optional("comment", body.Comment, 2000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(
                id,
                (current, turn) => Decide(current, new(body.Timeliness, body.Usefulness, body.Comment), turn),
                cancellation
            );
    }

    public sealed record Body(int? Timeliness = null, int? Usefulness = null, string? Comment = null);
}
