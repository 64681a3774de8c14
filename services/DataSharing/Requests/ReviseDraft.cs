using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>Changes what is asked until it is submitted.</summary>
public sealed record ReviseDraft(Content Content)
{
    public static Decision<RequestEvent> Decide(Request current, ReviseDraft command, Turn turn) =>
        current.Side != Side.Asker ? Refusals.NotTheAsker
        : !current.IsDraft
            ? new Refusal("content-fixed", "What was submitted was told to another authority and stays.", "content")
        : current.Content.IsSame(command.Content) ? new NoChange()
        : new RequestRevised(command.Content, turn.By, turn.Now);

    internal static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapPut("/{id:guid}", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.System)
            .WithMetadata(new Preconditions.Required())
            .WithSummary("Replaces what a draft asks; If-Match takes the ETag of what was read.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, RequestDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape();
        var content = shape.Content(body.Content);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(id, (current, turn) => Decide(current, new(content), turn), cancellation);
    }

    public sealed record Body(ContentBody? Content);
}
