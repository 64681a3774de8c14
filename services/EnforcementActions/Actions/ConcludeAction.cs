using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;

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
        : new ActionConcluded(command.Summary, turn.By, turn.Now);

    // Whoever declined, or was dropped from the plan, need not wait for the others; the lead does.
    private static bool HasPart(CoordinatedAction file) =>
        file.IsLead || (file.Plan.Names(file.Authority) && file.OwnReadiness != Readiness.Declined);
}
