using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>A person confirms that the authority has the request, and by when it is due; that is no answer yet.</summary>
public static class AcknowledgeRequest
{
    public static Decision<RequestEvent> Decide(Request current, Turn turn) =>
        current is { Side: Side.Asked, Acknowledgement: not null } ? new NoChange()
        : Refusals.OfAsked(current) is { } refusal ? refusal
        : new RequestEvent[]
        {
            new RequestAcknowledged(
                current.Due!,
                Outbound.IdOf(current, LetterKinds.Acknowledgement, turn),
                turn.By,
                turn.Now
            ),
            Outbound.Reply(
                current,
                LetterKinds.Acknowledgement,
                new AcknowledgementLetter { Due = Told.Of(current.Due!) },
                turn
            ),
        };

    internal static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapPost("/{id:guid}/acknowledgement", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Confirms that a person has the request; its asker learns when the answer is due.")
            .Produces<CommandResult>();

    private static Task<IResult> HandleAsync(Guid id, RequestDesk desk, CancellationToken cancellation) =>
        desk.DecideAsync(id, Decide, cancellation);
}
