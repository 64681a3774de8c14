using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>Adds what is alleged, and the provisions it would breach.</summary>
public sealed record AddAllegation(Guid AllegationId, string Text, string[] Provisions)
{
    private const int Most = 200;

    public static Decision<CaseEvent> Decide(Case current, AddAllegation command, Turn turn)
    {
        if (current.Allegations.FirstOrDefault(a => a.Id == command.AllegationId) is { } same)
        {
            return
                same.Text == command.Text && same.Provisions.SequenceEqual(command.Provisions, StringComparer.Ordinal)
                ? new NoChange()
                : new Refusal("allegation-id-taken", "Another allegation of this case has this id.", "id");
        }

        return !current.IsEditable ? Refusals.Closed
            : current.Allegations.Length == Most
                ? new Refusal("too-many-allegations", $"A case has at most {Most} allegations.")
            : new AllegationAdded(command.AllegationId, command.Text, command.Provisions, turn.By, turn.Now);
    }

    internal static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id:guid}/allegations", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.System)
            .WithSummary("Adds an allegation with the provisions of law it would breach.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        Body body,
        CaseDesk desk,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var shape = new Shape().Text("text", body.Text, 4000).Words("provisions", body.Provisions, 50, 200);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var command = new AddAllegation(
            PartIds.Of(http, id, body.Id),
            body.Text!,
            [.. (body.Provisions ?? []).Distinct(StringComparer.Ordinal)]
        );
        return await desk.DecideAsync(id, (current, turn) => Decide(current, command, turn), cancellation);
    }

    public sealed record Body(string? Text, string[]? Provisions = null, Guid? Id = null);
}
