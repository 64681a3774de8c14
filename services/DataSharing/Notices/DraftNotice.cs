using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Notices;

/// <summary>Drafts a notice: information that nobody asked for, or a decision on a licence, sanction or measure.</summary>
public sealed record DraftNotice(
    Guid NoticeId,
    string Authority,
    string Reference,
    NoticeContent Content,
    string[] Groups,
    string[] Members
)
{
    public static Decision<NoticeEvent> Decide(Notice current, DraftNotice command, Turn turn) =>
        current.Stage != NoticeStage.Unknown
            ? new NoChange()
            : new NoticeDrafted(
                command.NoticeId,
                command.Authority,
                command.Reference,
                command.Content,
                command.Groups,
                command.Members,
                turn.By,
                turn.Now
            );

    internal static void Map(IEndpointRouteBuilder notices) =>
        notices
            .MapPost("", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.System)
            .WithSummary(
                "Drafts a notice to partners: spontaneous information, or a decision on a licence, sanction or measure."
            )
            .WithDescription(
                "Restricted to `groups` and `members`; without them to the drafter's groups, or to the drafter alone. It goes out "
                    + "by `offer`; `offer/dry-run` tells before who is entitled to it and by which terms."
            )
            .Creates("/api/notices");

    private static async Task<IResult> HandleAsync(
        Body body,
        NoticeDesk desk,
        [FromKeyedServices(NoticesModule.Name)] References references,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var shape = new Shape().Words("groups", body.Groups, 20).Words("members", body.Members, 100);
        var content = shape.Notice(body.Content);
        var (groups, members) = Visibility.Restrict(desk.Caller, body.Groups, body.Members);
        shape.Must(
            Visibility.Of(desk.Caller, groups, members) == Sight.Whole,
            "groups",
            "opener-excluded",
            "Name a group of yours, or yourself as a member."
        );
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var turn = desk.NewTurn();
        var command = new DraftNotice(
            DeterministicId.Of(
                desk.Session.Authority,
                desk.Caller.Subject,
                http.Request.Headers["Idempotency-Key"].ToString()
            ),
            desk.Session.Authority,
            await references.NextAsync(desk.Session.Authority, turn.Now, cancellation),
            content,
            groups,
            members
        );
        var outcome = await desk.Session.DecideAsync<Notice, NoticeEvent>(
            command.NoticeId,
            current => Decide(current, command, turn),
            cancellation
        );
        return outcome.ToResult();
    }

    public sealed record Body(NoticeBody? Content, string[]? Groups = null, string[]? Members = null);
}
