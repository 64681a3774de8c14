using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>What was asked by word of mouth is confirmed in writing; until then the request may lapse.</summary>
public sealed record ConfirmRequest(string Statement)
{
    public static Decision<RequestEvent> Decide(Request current, ConfirmRequest command, Turn turn) =>
        current is { Side: Side.Asker, Confirmation: not null } ? new NoChange()
        : Refusals.OfAsker(current) is { } refusal ? refusal
        : !current.Content.Oral ? new Refusal("not-oral", "Only a request made by word of mouth is confirmed.")
        : new RequestEvent[]
        {
            new RequestConfirmed(
                command.Statement,
                Outbound.IdOf(current, LetterKinds.Confirmation, turn),
                turn.By,
                turn.Now
            ),
            Outbound.Reply(
                current,
                LetterKinds.Confirmation,
                new ConfirmationLetter { Statement = command.Statement },
                turn
            ),
        };

    internal static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapPost("/{id:guid}/confirmation", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Confirms in writing what was asked by word of mouth.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, RequestDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape().Text("statement", body.Statement, 8000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(id, (current, turn) => Decide(current, new(body.Statement!), turn), cancellation);
    }

    public sealed record Body(string? Statement);
}
