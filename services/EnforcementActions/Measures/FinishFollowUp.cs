using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.EnforcementActions.Measures;

/// <summary>What had to be done on a measure is done.</summary>
public sealed record FinishFollowUp(string Measure, int Number, string? Note)
{
    public static Decision<ActionEvent> Decide(CoordinatedAction current, FinishFollowUp command, Turn turn)
    {
        if (MeasureRefusals.Missing(current, command.Measure) is { } missing)
        {
            return missing;
        }

        var followUp = current.Measures[command.Measure].FollowUps.FirstOrDefault(f => f.Number == command.Number);
        return followUp is null ? Refusal.Unknown("follow-up-unknown", "The measure has no such follow-up.")
            : followUp.DoneAt is not null ? new NoChange()
            : new FollowUpDone(command.Measure, command.Number, command.Note, turn.By, turn.Now);
    }

    internal static void Map(IEndpointRouteBuilder measures) =>
        measures
            .MapPost("/follow-ups/{number:int}/done", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.Approver, Roles.Counsel, Roles.System)
            .WithSummary("Says that a follow-up is done.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        string measure,
        int number,
        Body body,
        ActionDesk desk,
        CancellationToken cancellation
    )
    {
        var shape = new Shape().Optional("note", body.Note, 2000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(
                id,
                (current, turn) => Decide(current, new(measure, number, body.Note), turn),
                cancellation
            );
    }

    public sealed record Body(string? Note = null);
}
