using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.DataSharing.Notices.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Notices;

/// <summary>Says that a notice does not hold any more, to everybody who has it.</summary>
public sealed record WithdrawNotice(string Reason)
{
    public static Decision<NoticeEvent> Decide(Notice current, WithdrawNotice command, Turn turn)
    {
        if (!current.IsOwn)
        {
            return OfferNotice.NotOwn;
        }

        if (current.Withdrawn is not null)
        {
            return new NoChange();
        }

        var told = current
            .Recipients.Values.Where(r => !LetterSteps.IsStopped(r.State))
            .Select(r =>
                Outbound.Reply(
                    current,
                    r.Authority,
                    NoticeLetterKinds.Withdrawal,
                    new NoticeWithdrawalLetter { Reason = command.Reason },
                    r.LetterId,
                    turn
                )
            );
        return new NoticeEvent[] { new NoticeWithdrawn(command.Reason, turn.By, turn.Now) }
            .Concat(told)
            .ToArray();
    }

    internal static void Map(IEndpointRouteBuilder notices) =>
        notices
            .MapPost("/{id:guid}/withdrawal", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.System)
            .WithSummary("Withdraws a notice, or discards a draft; everybody who has it is told.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, NoticeDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape().Text("reason", body.Reason, 2000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(id, (current, turn) => Decide(current, new(body.Reason!), turn), cancellation);
    }

    public sealed record Body(string? Reason);
}
