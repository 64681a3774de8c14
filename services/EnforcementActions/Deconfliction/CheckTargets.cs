using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Letters;
using CaseCoordination.EnforcementActions.Deconfliction.Domain;
using CaseCoordination.EnforcementActions.Deconfliction.Letters;

namespace CaseCoordination.EnforcementActions.Deconfliction;

/// <summary>
/// Whenever a plan comes into a file, or changes there, it is checked against this authority's other measures. At the lead the
/// outcome stays in the file; a participant answers the proposal with it.
/// </summary>
public static class CheckTargets
{
    /// <summary>A decision, and the check that follows when it brings a plan.</summary>
    /// <param name="decision">What was decided.</param>
    /// <param name="current">The file before it.</param>
    /// <param name="hits">What this authority's other measures meet.</param>
    /// <param name="turn">The act.</param>
    public static Decision<ActionEvent> After(
        Decision<ActionEvent> decision,
        CoordinatedAction current,
        Hit[] hits,
        Turn turn
    )
    {
        if (decision is not Events<ActionEvent> { Happened: var happened } || !happened.Any(BringsPlan))
        {
            return decision;
        }

        var after = Fold.Onto(current, happened);
        var check = new TargetsChecked(after.Plan.Version, hits, turn.Now);
        if (after.IsLead || !after.Plan.Names(after.Authority))
        {
            return after.IsLead ? happened.Append(check).ToArray() : decision;
        }

        var finding = new Finding(Finding.OfPlan, after.Plan.Version, hits, null, turn.Now);
        return happened
            .Append(check)
            .Append(
                Outbound.Reply(after, after.Lead, ActionLetterKinds.Deconflicted, DeconflictedLetter.Of(finding), turn)
            )
            .ToArray();
    }

    private static bool BringsPlan(ActionEvent @event) =>
        @event is ActionDrafted or PlanRevised or ProposalReceived or RevisionReceived;
}
