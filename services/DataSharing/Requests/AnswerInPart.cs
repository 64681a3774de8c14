using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>Answers a part of the request; more follows.</summary>
public sealed record AnswerInPart(string Text, Guid[] Packages)
{
    public static Decision<RequestEvent> Decide(Request current, AnswerInPart command, Turn turn)
    {
        if (Refusals.OfAsked(current) is { } refusal)
        {
            return refusal;
        }

        if (
            current.PartAnswers is [.., var last]
            && last.Text == command.Text
            && last.Packages.SequenceEqual(command.Packages)
        )
        {
            return new NoChange();
        }

        var part = new RequestPartAnswered(
            current.PartAnswers.Length + 1,
            command.Text,
            command.Packages,
            Outbound.IdOf(current, LetterKinds.PartAnswer, turn),
            turn.By,
            turn.Now
        );
        return new RequestEvent[]
        {
            part,
            Outbound.Reply(
                current,
                LetterKinds.PartAnswer,
                new PartAnswerLetter
                {
                    Number = part.Number,
                    Text = part.Text,
                    Packages = Told.Some(part.Packages),
                },
                turn
            ),
        };
    }

    internal static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapPost("/{id:guid}/part-answers", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Gives a part of the answer; the request stays open for the rest.")
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

        var command = new AnswerInPart(body.Text!, body.Packages ?? []);
        var refusal = await ReleasedPackages.CheckAsync(desk.Session, id, command.Packages, cancellation);
        return await desk.DecideAsync(
            id,
            (current, turn) => refusal is null ? Decide(current, command, turn) : refusal,
            cancellation
        );
    }
}

/// <summary>An answer in words, with the packages that are released with it, if any.</summary>
public sealed record AnswerBody(string? Text, Guid[]? Packages = null);

internal static class AnswerShape
{
    private const int MostPackages = 100;

    public static Shape Answer(this Shape shape, AnswerBody body) =>
        shape
            .Text("text", body.Text, 20_000)
            .Count("packages", body.Packages, 0, MostPackages)
            .Must(
                (body.Packages ?? []).Distinct().Count() == (body.Packages ?? []).Length,
                "packages",
                "named-twice",
                "Name each package once."
            );
}
