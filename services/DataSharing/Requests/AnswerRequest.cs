using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>Answers the request in full.</summary>
public sealed record AnswerRequest(string Text, Guid[] Packages)
{
    public static Decision<RequestEvent> Decide(
        Request current,
        AnswerRequest command,
        Turn turn,
        Calendars calendars,
        RequestSettings settings
    )
    {
        if (
            current is { Side: Side.Asked, Stage: RequestStage.Answered, Answer: { } same }
            && same.Text == command.Text
            && same.Packages.SequenceEqual(command.Packages)
        )
        {
            return new NoChange();
        }

        if (Refusals.OfAsked(current) is { } refusal)
        {
            return refusal;
        }

        var answered = new RequestAnswered(
            current.Round,
            command.Text,
            command.Packages,
            settings.Within(calendars, current.Asker, turn.Now, Allowance.Closing),
            Outbound.IdOf(current, LetterKinds.Answer, turn),
            turn.By,
            turn.Now
        );
        return new RequestEvent[]
        {
            answered,
            Outbound.Reply(
                current,
                LetterKinds.Answer,
                new AnswerLetter
                {
                    Round = answered.Round,
                    Text = answered.Text,
                    Packages = Told.Some(answered.Packages),
                    CloseBy = Told.Of(answered.CloseBy),
                },
                turn
            ),
        };
    }

    internal static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapPost("/{id:guid}/answer", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Answers the request; its asker closes it with a rating.")
            .WithDescription("`packages` names packages that were released in answer to this request.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        AnswerBody body,
        RequestDesk desk,
        CancellationToken cancellation
    )
    {
        var shape = new Shape().Answer(body);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var command = new AnswerRequest(body.Text!, body.Packages ?? []);
        var refusal = await ReleasedPackages.CheckAsync(desk.Session, id, command.Packages, cancellation);
        return await desk.DecideAsync(
            id,
            (current, turn, calendars) =>
                refusal is null ? Decide(current, command, turn, calendars, desk.Settings) : refusal,
            cancellation
        );
    }
}
