using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>The other side says what it thinks of a draft.</summary>
public sealed record ReplyToConsultation(string Advice, string Comment)
{
    public static IReadOnlyList<string> Advices { get; } = ["fit", "change", "unfit"];

    public static Decision<RequestEvent> Decide(Request current, ReplyToConsultation command, Turn turn)
    {
        if (current.Side != Side.Asked)
        {
            return Refusals.NotTheAsked;
        }

        if (current.Consultations is not [.., var last])
        {
            return new Refusal("not-consulted", "This request did not begin with a draft to look at.");
        }

        if (last.RepliedAt is not null)
        {
            return last.Advice == command.Advice && last.Comment == command.Comment
                ? new NoChange()
                : new Refusal("consultation-answered", "The draft is answered; the asker can send another one.");
        }

        if (current.Stage != RequestStage.Consultation)
        {
            return new Refusal("draft-overtaken", "The asker has submitted or withdrawn what was a draft.");
        }

        return new RequestEvent[]
        {
            new ConsultationAnswered(
                last.Number,
                command.Advice,
                command.Comment,
                Outbound.IdOf(current, LetterKinds.ConsultationReply, turn),
                turn.By,
                turn.Now
            ),
            Outbound.Reply(
                current,
                LetterKinds.ConsultationReply,
                new ConsultationReplyLetter
                {
                    Number = last.Number,
                    Advice = command.Advice,
                    Comment = command.Comment,
                },
                turn
            ),
        };
    }

    internal static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapPost("/{id:guid}/consultation/reply", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Says what this authority thinks of a draft that it was sent.")
            .WithDescription($"Advice: {string.Join(", ", Advices)}.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, RequestDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape().OneOf("advice", body.Advice, Advices).Text("comment", body.Comment, 4000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(
                id,
                (current, turn) => Decide(current, new(body.Advice!, body.Comment!), turn),
                cancellation
            );
    }

    public sealed record Body(string? Advice, string? Comment);
}
