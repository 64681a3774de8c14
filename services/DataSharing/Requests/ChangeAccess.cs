using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>Changes who of one's own people may see the file of a request.</summary>
public sealed record ChangeAccess(string[] Groups, string[] Members)
{
    public static Decision<RequestEvent> Decide(Request current, ChangeAccess command, Turn turn) =>
        command.Groups.Length == 0 && command.Members.Length == 0
            ? new Refusal(
                "nobody-left",
                "Somebody must be able to see the request: name a group or a member.",
                "groups"
            )
        : current.Groups.SequenceEqual(command.Groups) && current.Members.SequenceEqual(command.Members)
            ? new NoChange()
        : new AccessChanged(command.Groups, command.Members, turn.By, turn.Now);

    internal static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapPut("/{id:guid}/access", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithMetadata(new Preconditions.Required())
            .WithSummary(
                "Replaces the groups and members who may see the request; If-Match takes the ETag of what was read."
            )
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, RequestDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape().Words("groups", body.Groups, 20).Words("members", body.Members, 100);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(
                id,
                (current, turn) =>
                    Decide(current, new(Shapes.Distinct(body.Groups), Shapes.Distinct(body.Members)), turn),
                cancellation
            );
    }

    public sealed record Body(string[]? Groups, string[]? Members);
}
