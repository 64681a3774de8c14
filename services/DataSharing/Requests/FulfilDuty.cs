using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>Records that a duty which comes with refusing was done: a consultation held, a notice given.</summary>
public sealed record FulfilDuty(string Duty, string Note)
{
    public static Decision<RequestEvent> Decide(Request current, FulfilDuty command, Turn turn) =>
        current.Side == Side.Asked && current.Duties.Any(d => d.Duty == command.Duty) ? new NoChange()
        : Refusals.OfAsked(current) is { } refusal ? refusal
        : new DutyFulfilled(command.Duty, command.Note, turn.By, turn.Now);

    internal static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapPost("/{id:guid}/duties", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.Counsel)
            .WithSummary("Records how a duty was done that has to be done before refusing.")
            .WithDescription($"Duties: {string.Join(", ", RefusalGrounds.Recordable)}.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, RequestDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape().OneOf("duty", body.Duty, RefusalGrounds.Recordable).Text("note", body.Note, 2000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(
                id,
                (current, turn) => Decide(current, new(body.Duty!, body.Note!), turn),
                cancellation
            );
    }

    public sealed record Body(string? Duty, string? Note);
}
