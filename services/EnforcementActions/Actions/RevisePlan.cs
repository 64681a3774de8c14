using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
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

        if (WhyFixed(current, turn.Now) is { } refusal)
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

    // What somebody may still act on must not change under them: first everybody has to stand still.
    private static Refusal? WhyFixed(CoordinatedAction file, DateTimeOffset now)
    {
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
                s.Receipt
                    is { Effect: OrderEffect.TooLate, Standing: not Standing.Armed }
                        or { Effect: OrderEffect.Held }
                        or { Effect: OrderEffect.Unconfirmed }
            )
            .Select(s => s.Authority)
            .ToList();
        return mayAct.Count > 0 && now <= file.Plan.Schedule.WindowEnd
            ? new Refusal(
                "orders-out",
                $"Hold the action first: {string.Join(", ", mayAct)} may still act at T-0 and has not confirmed that it stands still."
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
        CancellationToken cancellation
    )
    {
        var shape = new Shape();
        var plan = await plans.ReadAsync(shape, body.Plan, desk, cancellation);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var (book, today) = await plans.BookAsync(desk, cancellation);
        return await desk.DecideAsync(
            id,
            (current, turn) => Decide(current, new(ActionLaw.WithJoiners(book, current, plan, today)), turn),
            cancellation
        );
    }

    public sealed record Body(PlanBody? Plan);
}
