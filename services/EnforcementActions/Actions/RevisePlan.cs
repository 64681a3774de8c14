using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Deconfliction;
using CaseCoordination.EnforcementActions.Investigations;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>Changes the plan. Votes that the change touches are open again, on every side by the same rule.</summary>
/// <param name="Plan">The new plan; its version is set here.</param>
public sealed record RevisePlan(Plan Plan)
{
    public static Decision<ActionEvent> Decide(CoordinatedAction current, RevisePlan command, Turn turn)
    {
        if (!current.IsLead)
        {
            return Refusals.NotTheLead;
        }

        if (WhyFixed(current) is { } refusal)
        {
            return refusal;
        }

        var isProposed = current.Proposed == current.Plan.Version;
        return new PlanRevised(
            command.Plan with
            {
                Version = isProposed ? current.Plan.Version + 1 : current.Plan.Version,
            },
            turn.By,
            turn.Now
        );
    }

    // What somebody may act on, or may have acted on, must not change under them: first everybody has confirmed that it stands
    // still. No clock counts here: how late it is elsewhere, this authority does not know.
    private static Refusal? WhyFixed(CoordinatedAction file)
    {
        if (file.Concluded is not null)
        {
            return Refusals.Concluded;
        }

        if (file.Order?.Standing == Standing.Aborted)
        {
            return new Refusal("action-aborted", "The action was aborted; draft another.");
        }

        if (file.Stands.Values.Any(s => s.Release is not null))
        {
            return new Refusal("released-before", "Measures have gone out already; draft another action.");
        }

        var mayAct = file
            .Stands.Values.Where(s =>
                s.Receipt is { Effect: OrderEffect.Held or OrderEffect.TooLate or OrderEffect.Unconfirmed }
            )
            .Select(s => s.Authority)
            .ToList();
        return mayAct.Count > 0
            ? new Refusal(
                "orders-out",
                $"Hold the action before the cut-off, or abort it and draft another: {string.Join(", ", mayAct)} has not confirmed that it stands still."
            )
            : null;
    }

    internal static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapPut("/{id:guid}/plan", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.System)
            .WithMetadata(new Preconditions.Required())
            .WithSummary("Changes the plan; If-Match takes the ETag of what was read.")
            .WithDescription(
                "What was proposed gets a new version, which goes out when it is proposed again. Votes that the change touches are open "
                    + "again: those of authorities whose measures or targets it alters, and all of them when it alters rule or times."
            )
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        Body body,
        ActionDesk desk,
        PlanReader plans,
        PlanGate gate,
        CancellationToken cancellation
    )
    {
        var shape = new Shape();
        var plan = await plans.ReadAsync(shape, body.Plan, desk, cancellation);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        if (await desk.FindAsync(id, cancellation) is not { } file)
        {
            return Problems.NotFound();
        }

        var check = await gate.CheckAsync(desk, plans, id, file.CaseId, plan, cancellation);
        var (book, today) = await plans.BookAsync(desk, cancellation);
        return await desk.DecideAsync(
            id,
            (current, turn) =>
                check.Refusal is { } refusal && current.IsLead
                    ? refusal
                    : CheckTargets.After(
                        Decide(current, new(ActionLaw.WithJoiners(book, current, plan, today)), turn),
                        current,
                        check.Hits,
                        turn
                    ),
            cancellation
        );
    }

    public sealed record Body(PlanBody? Plan);
}
