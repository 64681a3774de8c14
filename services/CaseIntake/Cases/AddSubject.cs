using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Identifiers;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>Adds whom or what a case is about; identifiers are checked and kept in their normalised spelling.</summary>
public sealed record AddSubject(Guid SubjectId, string Kind, string Name, SubjectIdentifier[] Identifiers)
{
    private const int Most = 500;
    private static readonly string[] Kinds = ["person", "entity", "venue", "wallet", "account"];

    public static Decision<CaseEvent> Decide(Case current, AddSubject command, Turn turn)
    {
        if (current.Subjects.FirstOrDefault(s => s.Id == command.SubjectId) is { } same)
        {
            return
                same.Kind == command.Kind
                && same.Name == command.Name
                && same.Identifiers.SequenceEqual(command.Identifiers)
                ? new NoChange()
                : new Refusal("subject-id-taken", "Another subject of this case has this id.", "id");
        }

        if (!current.IsEditable)
        {
            return Refusals.Closed;
        }

        if (current.Subjects.Length == Most)
        {
            return new Refusal("too-many-subjects", $"A case has at most {Most} subjects.");
        }

        var twin = current.Subjects.FirstOrDefault(s => s.Identifiers.Any(command.Identifiers.Contains));
        return twin is not null
            ? new Refusal("subject-known", $"The case has a subject with this identifier: {twin.Id}.", "identifiers")
            : new SubjectAdded(command.SubjectId, command.Kind, command.Name, command.Identifiers, turn.By, turn.Now);
    }

    internal static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id:guid}/subjects", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.System)
            .WithSummary("Adds a subject: person, entity, venue, wallet or account.")
            .WithDescription($"Schemes of identifiers: {string.Join(", ", IdentifierSchemes.All)}.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        Body body,
        CaseDesk desk,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var shape = new Shape()
            .OneOf("kind", body.Kind, Kinds)
            .Text("name", body.Name, 300)
            .Count("identifiers", body.Identifiers, 0, 50);
        var identifiers = shape.Identifiers("identifiers", body.Identifiers);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var command = new AddSubject(PartIds.Of(http, id, body.Id), body.Kind!, body.Name!, identifiers);
        return await desk.DecideAsync(id, (current, turn) => Decide(current, command, turn), cancellation);
    }

    public sealed record Body(string? Kind, string? Name, IdentifierInput[]? Identifiers = null, Guid? Id = null);
}
