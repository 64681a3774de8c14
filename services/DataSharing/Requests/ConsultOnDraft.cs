using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>Sends the draft to the other side to look at, off the clock.</summary>
public static class ConsultOnDraft
{
    public static Decision<RequestEvent> Decide(Request current, Turn turn)
    {
        if (current.Side != Side.Asker)
        {
            return Refusals.NotTheAsker;
        }

        if (!current.IsDraft)
        {
            return new Refusal("already-submitted", "The request is submitted; its clock runs.");
        }

        if (current.Consultations is [.., { RepliedAt: null }])
        {
            return new NoChange();
        }

        var number = current.Consultations.Length + 1;
        var letter = Outbound.Tell(current, LetterKinds.Consultation, number, turn);
        return new RequestEvent[] { new ConsultationSent(number, letter.LetterId, turn.By, turn.Now), letter };
    }

    internal static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapPost("/{id:guid}/consultation", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Asks the other side to look at the draft before it is submitted; no clock runs.")
            .Produces<CommandResult>();

    private static Task<IResult> HandleAsync(Guid id, RequestDesk desk, CancellationToken cancellation) =>
        desk.DecideAsync(id, Decide, cancellation);
}
