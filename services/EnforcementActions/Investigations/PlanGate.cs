using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Deconfliction;
using CaseCoordination.EnforcementActions.Deconfliction.Domain;
using CaseCoordination.EnforcementActions.Statements;

namespace CaseCoordination.EnforcementActions.Investigations;

/// <summary>What is known of a plan before it is drafted or revised.</summary>
/// <param name="Refusal">Why it may not be; null when it may.</param>
/// <param name="Hits">What this authority's other measures meet.</param>
public sealed record PlanCheck(Refusal? Refusal, Hit[] Hits);

/// <summary>Checks a plan against what this service knows: the investigation, the instrument, and other measures.</summary>
public sealed class PlanGate(OwnPlans own)
{
    internal async Task<PlanCheck> CheckAsync(
        ActionDesk desk,
        PlanReader plans,
        Guid actionId,
        Guid caseId,
        Plan plan,
        CancellationToken cancellation
    )
    {
        var investigation = await desk.Session.FindInvestigationAsync(caseId, desk.Caller, cancellation);
        var (book, today) = await plans.BookAsync(desk, cancellation);
        return new PlanCheck(
            CheckPlan.Refuse(investigation, plan) ?? CheckStatement.Refuse(book, plan, today),
            await own.FindAsync(desk.Session, actionId, Sought.Of(plan), cancellation)
        );
    }
}
