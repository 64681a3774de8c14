using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.EnforcementActions.Measures;

/// <summary>The authority lifts its measure before its end; a connection that carried it out is told.</summary>
public sealed record LiftMeasure(string Measure, string Reason)
{
    public static Decision<ActionEvent> Decide(CoordinatedAction current, LiftMeasure command, Turn turn)
    {
        if (MeasureRefusals.Missing(current, command.Measure) is { } missing)
        {
            return missing;
        }

        var measure = current.Measures[command.Measure];
        return measure.State == MeasureState.Lifted ? new NoChange()
            : !measure.IsInForce ? MeasureRefusals.NotInForce
            : MeasureNews.Tell(
                current,
                measure.Id,
                [
                    new MeasureLifted(
                        measure.Id,
                        command.Reason,
                        measure.Title.Connector is null
                            ? null
                            : InstructionIds.Of(current, measure.Id, InstructionKinds.Lift),
                        turn.By,
                        turn.Now
                    ),
                ],
                turn
            );
    }

    internal static void Map(IEndpointRouteBuilder measures) =>
        measures
            .MapPost("/lifting", HandleAsync)
            .RequireRoles(Roles.Approver, Roles.System)
            .WithSummary("Lifts a measure; a connection that carried it out is told.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        string measure,
        Body body,
        ActionDesk desk,
        CancellationToken cancellation
    )
    {
        var shape = new Shape().Text("reason", body.Reason, 2000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(
                id,
                (current, turn) => Decide(current, new(measure, body.Reason!), turn),
                cancellation
            );
    }

    public sealed record Body(string? Reason);
}
