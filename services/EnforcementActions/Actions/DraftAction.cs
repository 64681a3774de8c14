using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>The lead of a joint investigation drafts what several authorities are to do together.</summary>
public sealed record DraftAction(
    Guid ActionId,
    string Authority,
    string Reference,
    Guid CaseId,
    Plan Plan,
    string[] Groups,
    string[] Members
)
{
    public static Decision<ActionEvent> Decide(CoordinatedAction current, DraftAction command, Turn turn) =>
        current.Stage != ActionStage.Unknown
            ? new NoChange()
            : new ActionDrafted(
                command.ActionId,
                command.Authority,
                command.Reference,
                command.CaseId,
                command.Plan with
                {
                    Version = 1,
                },
                command.Groups,
                command.Members,
                turn.By,
                turn.Now
            );
}
