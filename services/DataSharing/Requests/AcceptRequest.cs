using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>The asked authority says that it will answer.</summary>
public sealed record AcceptRequest(string Note)
{
    public static Decision<RequestEvent> Decide(Request current, AcceptRequest command, Turn turn) =>
        current is { Side: Side.Asked, Acceptance: not null } ? new NoChange()
        : Refusals.OfAsked(current) is { } refusal ? refusal
        : new RequestEvent[]
        {
            new RequestAccepted(
                command.Note,
                current.Due!,
                Outbound.IdOf(current, LetterKinds.Acceptance, turn),
                turn.By,
                turn.Now
            ),
            Outbound.Reply(
                current,
                LetterKinds.Acceptance,
                new AcceptanceLetter { Note = command.Note, Due = Told.Of(current.Due!) },
                turn
            ),
        };

    internal static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapPost("/{id:guid}/acceptance", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Accepts the request: it will be answered.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, RequestDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape().Optional("note", body.Note, 2000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(id, (current, turn) => Decide(current, new(body.Note ?? ""), turn), cancellation);
    }

    public sealed record Body(string? Note = null);
}
