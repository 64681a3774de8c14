using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>The asked authority has a question; the clock of its answer stands still until the asker has replied.</summary>
public sealed record AskClarification(string Question)
{
    public static Decision<RequestEvent> Decide(
        Request current,
        AskClarification command,
        Turn turn,
        Calendars calendars,
        RequestSettings settings
    )
    {
        if (Refusals.OfAsked(current) is { } refusal)
        {
            return refusal;
        }

        if (current.OpenClarification is { } open)
        {
            return open.Question == command.Question
                ? new NoChange()
                : new Refusal("clarification-open", "One question at a time: the asker has not answered the last one.");
        }

        var asked = new ClarificationAsked(
            current.Clarifications.Length + 1,
            command.Question,
            settings.Within(calendars, current.Asker, turn.Now, Allowance.Clarification),
            current.Due!,
            Outbound.IdOf(current, LetterKinds.ClarificationAsked, turn),
            turn.By,
            turn.Now
        );
        return new RequestEvent[]
        {
            asked,
            Outbound.Reply(
                current,
                LetterKinds.ClarificationAsked,
                new ClarificationAskedLetter
                {
                    Number = asked.Number,
                    Question = asked.Question,
                    Answer = Told.Of(asked.Answer),
                    Paused = Told.Of(asked.Paused),
                },
                turn
            ),
        };
    }

    internal static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapPost("/{id:guid}/clarifications", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Asks the asker something about the request; the clock stands still until it has replied.")
            .WithDescription("A question that is not answered in time ends the request: it lapses.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, RequestDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape().Text("question", body.Question, 4000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(
                id,
                (current, turn, calendars) => Decide(current, new(body.Question!), turn, calendars, desk.Settings),
                cancellation
            );
    }

    public sealed record Body(string? Question);
}
