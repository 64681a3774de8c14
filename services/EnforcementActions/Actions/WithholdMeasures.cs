using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>After the cut-off an authority stops its own measures; the others act all the same.</summary>
public sealed record WithholdMeasures(string Reason)
{
    public static Decision<ActionEvent> Decide(CoordinatedAction current, WithholdMeasures command, Turn turn) =>
        current.Withheld is not null ? new NoChange()
        : current.Release is not null
            ? new Refusal("released-before", "The measures went out already; lift them instead.")
        : !current.WillRelease ? new Refusal("nothing-held", "Nothing goes out here at T-0.")
        : !current.IsPastCutOff(turn.Now)
            ? new Refusal(
                "before-cut-off",
                "Before the cut-off declare a hold, so that the others can stand still too."
            )
        : Orders.Tell(current, [new MeasuresWithheld(command.Reason, turn.By, turn.Now)], turn);

    internal static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapPost("/{id:guid}/withhold", HandleAsync)
            .RequireRoles(Roles.Approver, Roles.Counsel)
            .WithSummary("After the cut-off the authority stops its own measures; the others act all the same.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, ActionDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape().Text("reason", body.Reason, 4000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(id, (current, turn) => Decide(current, new(body.Reason!), turn), cancellation);
    }

    public sealed record Body(string? Reason);
}
