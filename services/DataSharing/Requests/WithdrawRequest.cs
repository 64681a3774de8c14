using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>The asker takes its request back, or discards a draft that nobody else has seen.</summary>
public sealed record WithdrawRequest(string Reason)
{
    public static Decision<RequestEvent> Decide(Request current, WithdrawRequest command, Turn turn)
    {
        if (current.Side != Side.Asker)
        {
            return Refusals.NotTheAsker;
        }

        if (current.Stage == RequestStage.Withdrawn)
        {
            return new NoChange();
        }

        if (current.Stage == RequestStage.Draft)
        {
            return new RequestWithdrawn(command.Reason, null, turn.By, turn.Now);
        }

        if (!current.IsUnderWay && !current.IsDraft)
        {
            return Refusals.Ended(current);
        }

        return new RequestEvent[]
        {
            new RequestWithdrawn(
                command.Reason,
                Outbound.IdOf(current, LetterKinds.Withdrawal, turn),
                turn.By,
                turn.Now
            ),
            Outbound.Reply(current, LetterKinds.Withdrawal, new WithdrawalLetter { Reason = command.Reason }, turn),
        };
    }

    internal static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapPost("/{id:guid}/withdrawal", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Takes a request back, or discards a draft; it wins over an answer that crosses it.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, RequestDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape().Text("reason", body.Reason, 2000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(id, (current, turn) => Decide(current, new(body.Reason!), turn), cancellation);
    }

    public sealed record Body(string? Reason);
}
