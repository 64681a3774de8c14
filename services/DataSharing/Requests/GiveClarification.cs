using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>The asker replies to a clarification; the clock goes on with the working days that were left.</summary>
public sealed record GiveClarification(int Number, string Reply)
{
    public static Decision<RequestEvent> Decide(
        Request current,
        GiveClarification command,
        Turn turn,
        Calendars calendars
    )
    {
        if (current.Side != Side.Asker)
        {
            return Refusals.NotTheAsker;
        }

        if (current.Clarifications.FirstOrDefault(c => c.Number == command.Number) is not { } question)
        {
            return new Refusal("clarification-unknown", "There is no such question.", "number");
        }

        if (!question.IsOpen)
        {
            return question.Reply == command.Reply
                ? new NoChange()
                : new Refusal("clarification-answered", "The question is answered already.", "number");
        }

        if (Refusals.OfAsker(current) is { } refusal)
        {
            return refusal;
        }

        return new RequestEvent[]
        {
            Given(
                current,
                question,
                command.Reply,
                Outbound.IdOf(current, LetterKinds.ClarificationGiven, turn),
                turn.By,
                turn.Now,
                turn.Now,
                calendars
            ),
            Outbound.Reply(
                current,
                LetterKinds.ClarificationGiven,
                new ClarificationGivenLetter { Number = question.Number, Reply = command.Reply },
                turn
            ),
        };
    }

    /// <summary>The reply and the due date that follows from it, the same on both sides.</summary>
    /// <param name="replied">When the asker replied, as its letter says.</param>
    /// <param name="now">When it became known here.</param>
    public static ClarificationGiven Given(
        Request current,
        Clarification question,
        string reply,
        Guid letter,
        string by,
        DateTimeOffset replied,
        DateTimeOffset now,
        Calendars calendars
    )
    {
        var paused = question.Paused;
        var due = paused with
        {
            Number = paused.Number + 1,
            WarnAt = calendars.Resume(current.Asked, paused.WarnAt, question.At, replied),
            At = calendars.Resume(current.Asked, paused.At, question.At, replied),
        };
        return new ClarificationGiven(question.Number, reply, due, letter, by, now);
    }

    internal static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapPost("/{id:guid}/clarifications/{number:int}/reply", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Replies to a question of the asked authority; the clock of its answer goes on.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        int number,
        Body body,
        RequestDesk desk,
        CancellationToken cancellation
    )
    {
        var shape = new Shape().Text("reply", body.Reply, 8000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(
                id,
                (current, turn, calendars) => Decide(current, new(number, body.Reply!), turn, calendars),
                cancellation
            );
    }

    public sealed record Body(string? Reply);
}
