using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.EnforcementActions.Statements;

/// <summary>Whether a planned statement keeps to what the instrument of the plan says of publication.</summary>
public static class CheckStatement
{
    private const string ByDecisionOnly = "by-decision-only";

    public static Refusal? Refuse(LawBook book, Plan plan, DateOnly day) =>
        plan is { Instrument: { } instrument, Statement.Mode: PlannedStatement.ByAll }
        && book.Instrument(instrument)
            ?.Coordination.FirstOrDefault(t =>
                t.Publish == ByDecisionOnly && t.AppliesOn(day) && (t.For is null || t.For == plan.Kind)
            )
            is { } term
            ? new Refusal(
                "statement-by-decision-only",
                $"{instrument} lets a statement out by a decision only ({string.Join("; ", term.Cites)}); set the mode to by-decision.",
                "plan.statement.mode"
            )
            : null;
}
