using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>Sends the plan in its present version to everybody who takes part; a second person of the lead decides that.</summary>
public sealed record ProposeAction
{
    public static Decision<ActionEvent> Decide(CoordinatedAction current, Turn turn)
    {
        if (!current.IsLead)
        {
            return Refusals.NotTheLead;
        }

        if (current.Order?.Standing == Standing.Aborted)
        {
            return new Refusal("action-aborted", "The action was aborted; draft another.");
        }

        if (current.Concluded is not null)
        {
            return Refusals.Concluded;
        }

        if (current.Proposed == current.Plan.Version)
        {
            return new NoChange();
        }

        if (current.Preparers.Contains(turn.By))
        {
            return Refusals.SamePerson;
        }

        if (current.Plan.Schedule.ReadyBy <= turn.Now)
        {
            return new Refusal(
                "schedule-passed",
                "The time until which everybody is to be ready has passed; revise the plan."
            );
        }

        var proposed = new ActionProposed(current.Plan.Version, turn.By, turn.Now);
        var after = current.Evolve(proposed);

        // Whoever was dropped from the plan learns it by the new version, in which it has no part.
        var letters = after.Others.Select(to => Outbound.Proposal(after, to, turn));
        return Orders.React(current, letters.Prepend<ActionEvent>(proposed), turn);
    }
}
