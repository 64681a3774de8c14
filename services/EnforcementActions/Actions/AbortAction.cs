using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>The lead calls the action off. Who confirmed it, and who did not before the cut-off, stays on the board.</summary>
public sealed record AbortAction(string Reason)
{
    public static Decision<ActionEvent> Decide(CoordinatedAction current, AbortAction command, Turn turn)
    {
        if (!current.IsLead)
        {
            return Refusals.NotTheLead;
        }

        if (current.Order?.Standing == Standing.Aborted)
        {
            return new NoChange();
        }

        if (current.Concluded is not null)
        {
            return Refusals.Concluded;
        }

        // Before the cut-off others are stopped even when somebody's clock ran ahead and its measures are out.
        if (current.IsPastCutOff(turn.Now))
        {
            if (current.Stands.Values.Any(s => s.Release is not null))
            {
                return new Refusal("released-before", "Measures have gone out already; lift them instead.");
            }

            if (current.Order?.Standing == Standing.Armed)
            {
                return Refusals.CutOffPassed(current);
            }
        }

        var order = new Order(
            (current.Order?.Number ?? 0) + 1,
            Standing.Aborted,
            current.Plan.Version,
            command.Reason,
            turn.Now
        );
        return Orders.React(current, Orders.Give(current, order, Orders.Everybody(current), turn), turn);
    }
}
