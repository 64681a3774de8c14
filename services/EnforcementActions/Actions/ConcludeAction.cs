using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>The authority closes its file of the action: it went out or will not, and nothing of its own is unfinished.</summary>
public sealed record ConcludeAction(string Summary)
{
    public static Decision<ActionEvent> Decide(CoordinatedAction current, ConcludeAction command, Turn turn) =>
        current.Concluded is not null ? new NoChange()
        : current.WillRelease || (current.Stage == ActionStage.Armed && turn.Now <= current.Plan.Schedule.WindowEnd)
            ? new Refusal("still-armed", "Measures may still go out.")
        : current.Stage is ActionStage.Draft or ActionStage.Proposed or ActionStage.Standstill && HasPart(current)
            ? new Refusal("still-open", "Abort the action, decline, or let it come to its end.")
        : current.Measures.Values.Any(IsUnderWay)
            ? new Refusal(
                "measures-under-way",
                "Record first what became of every measure; a connection that was told something has to answer, or be given up."
            )
        : new ActionConcluded(command.Summary, turn.By, turn.Now);

    internal static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapPost("/{id:guid}/conclusion", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.Approver)
            .WithSummary("Closes the authority's file of the action.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, ActionDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape().Text("summary", body.Summary, 4000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(id, (current, turn) => Decide(current, new(body.Summary!), turn), cancellation);
    }

    public sealed record Body(string? Summary);

    // A measure that is in force does not keep the file open: its end and its follow-ups have clocks of their own.
    private static bool IsUnderWay(MeasureFile measure) =>
        measure.State == MeasureState.UnderWay || measure.Instruction?.State == InstructionStates.Open;

    // Whoever declined, or was dropped from the plan, need not wait for the others; the lead does.
    private static bool HasPart(CoordinatedAction file) =>
        file.IsLead || (file.Plan.Names(file.Authority) && file.OwnReadiness != Readiness.Declined);
}
