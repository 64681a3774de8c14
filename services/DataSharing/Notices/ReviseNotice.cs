using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Notices;

/// <summary>Writes a draft anew; what was offered stays as it went out.</summary>
public sealed record ReviseNotice(NoticeContent Content)
{
    public static Decision<NoticeEvent> Decide(Notice current, ReviseNotice command, Turn turn) =>
        current.Content.IsSame(command.Content) ? new NoChange()
        : current.Stage != NoticeStage.Draft
            ? new Refusal("notice-offered", "It went out as it is; withdraw it and offer another.")
        : new NoticeRevised(command.Content, turn.By, turn.Now);

    internal static void Map(IEndpointRouteBuilder notices) =>
        notices
            .MapPut("/{id:guid}/content", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.System)
            .WithSummary("Writes a draft anew; give the ETag you read as If-Match.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        NoticeBody body,
        NoticeDesk desk,
        CancellationToken cancellation
    )
    {
        var shape = new Shape();
        var content = shape.Notice(body);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(id, (current, turn) => Decide(current, new(content), turn), cancellation);
    }
}
