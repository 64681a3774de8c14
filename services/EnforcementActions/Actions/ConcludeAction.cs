using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>The authority closes its file of the action: it went out or will not, and nothing of its own is unfinished.</summary>
public sealed record ConcludeAction(string Summary)
{
    public static Decision<ActionEvent> Decide(CoordinatedAction current, ConcludeAction command, Turn turn) =>
        current.Concluded is not null ? new NoChange()
        : current.WillRelease || (current.Held is not null && current.Release is null && current.Withheld is null)
            ? new Refusal("still-armed", "Measures may still go out here.")
        : current.Stage is ActionStage.Draft or ActionStage.Proposed or ActionStage.Standstill && current.IsLead
            ? new Refusal("still-open", "Abort the action, or let it come to its end.")
        : new ActionConcluded(command.Summary, turn.By, turn.Now);
}
