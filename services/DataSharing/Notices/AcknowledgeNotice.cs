using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.DataSharing.Notices.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Notices;

/// <summary>A person of the recipient has read it, and may say something to its sender.</summary>
public sealed record AcknowledgeNotice(string? Comment)
{
    public static Decision<NoticeEvent> Decide(Notice current, AcknowledgeNotice command, Turn turn)
    {
        if (current.IsOwn)
        {
            return new Refusal("not-the-recipient", "Only an authority that received it can do this.");
        }

        if (current.AcknowledgedAt is not null)
        {
            return new NoChange();
        }

        var letter = Outbound.Reply(
            current,
            current.From,
            NoticeLetterKinds.Acknowledgement,
            new NoticeAcknowledgementLetter { Comment = command.Comment },
            current.LetterId!.Value,
            turn
        );
        return new NoticeEvent[]
        {
            new NoticeAcknowledged(current.Authority, command.Comment, letter.LetterId, turn.By, turn.Now),
            letter,
        };
    }

    internal static void Map(IEndpointRouteBuilder notices) =>
        notices
            .MapPost("/{id:guid}/acknowledgement", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Confirms to the sender that a person has read the notice, with a comment if there is one.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, NoticeDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape().Optional("comment", body.Comment, 2000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(id, (current, turn) => Decide(current, new(body.Comment), turn), cancellation);
    }

    public sealed record Body(string? Comment = null);
}
