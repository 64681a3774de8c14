using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>Changes a file's title and visibility, and until it is filed also what it is about.</summary>
public sealed record ReviseCase(string Title, Matter Matter, string[] Groups, string[] Members)
{
    public static Decision<CaseEvent> Decide(Case current, ReviseCase command, Turn turn)
    {
        if (!current.IsEditable)
        {
            return Refusals.Closed;
        }

        if (command.Groups.Length == 0 && command.Members.Length == 0)
        {
            return new Refusal(
                "nobody-left",
                "Somebody must be able to see the case: name a group or a member.",
                "groups"
            );
        }

        if (command.Matter != current.Matter && current.Stage != CaseStage.Draft)
        {
            return new Refusal(
                "matter-fixed",
                "What a joint investigation is about was told to others and stays.",
                "matter"
            );
        }

        return
            command.Title == current.Title
            && command.Matter == current.Matter
            && current.Groups.SequenceEqual(command.Groups)
            && current.Members.SequenceEqual(command.Members)
            ? new NoChange()
            : new CaseRevised(command.Title, command.Matter, command.Groups, command.Members, turn.By, turn.Now);
    }

    internal static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPut("/{id:guid}", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithMetadata(new Preconditions.Required())
            .WithSummary("Replaces title, matter, groups and members; If-Match takes the ETag of what was read.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, CaseDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape()
            .Text("title", body.Title, 200)
            .Matter(body.Matter)
            .Words("groups", body.Groups, 20)
            .Words("members", body.Members, 100);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var command = new ReviseCase(
            body.Title!,
            body.Matter!.ToMatter(),
            Shapes.Distinct(body.Groups),
            Shapes.Distinct(body.Members)
        );
        return await desk.DecideAsync(id, (current, turn) => Decide(current, command, turn), cancellation);
    }

    public sealed record Body(string? Title, MatterInput? Matter, string[]? Groups, string[]? Members);
}
