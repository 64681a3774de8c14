using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Deconfliction;
using CaseCoordination.EnforcementActions.Investigations;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Security;

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

    internal static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapPost("", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.System)
            .WithSummary("Drafts a coordinated action on a joint investigation: targets, measures, rule and times.")
            .WithDescription(
                "Restricted to `groups` and `members`; without them to the drafter's groups, or to the drafter alone. It goes out "
                    + "by `proposal`, which another person decides; `proposal/dry-run` tells before what the law says of it."
            )
            .Creates("/api/actions");

    private static async Task<IResult> HandleAsync(
        Body body,
        ActionDesk desk,
        PlanReader plans,
        PlanGate gate,
        References references,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var shape = new Shape()
            .Must(body.CaseId is { } known && known != Guid.Empty, "caseId", "required", "Name the case it is on.")
            .Words("groups", body.Groups, 20)
            .Words("members", body.Members, 100);
        var plan = await plans.ReadAsync(shape, body.Plan, desk, cancellation);
        var (groups, members) = Visibility.Restrict(desk.Caller, body.Groups, body.Members);
        shape.Must(
            Visibility.Of(desk.Caller, groups, members) == Sight.Whole,
            "groups",
            "opener-excluded",
            "Name a group of yours, or yourself as a member."
        );
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var (authority, turn) = (desk.Session.Authority, desk.NewTurn());
        var id = DeterministicId.Of(authority, desk.Caller.Subject, http.Request.Headers["Idempotency-Key"].ToString());
        var check = await gate.CheckAsync(desk, plans, id, body.CaseId!.Value, plan, cancellation);

        // What is refused takes no number.
        var reference = check.Refusal is null ? await references.NextAsync(authority, turn.Now, cancellation) : "";
        var command = new DraftAction(id, authority, reference, body.CaseId.Value, plan, groups, members);
        var outcome = await desk.Session.DecideAsync<CoordinatedAction, ActionEvent>(
            id,
            current =>
                check.Refusal is { } refusal && current.Stage == ActionStage.Unknown
                    ? refusal
                    : CheckTargets.After(Decide(current, command, turn), current, check.Hits, turn),
            cancellation
        );
        return outcome.ToResult();
    }

    public sealed record Body(Guid? CaseId, PlanBody? Plan, string[]? Groups = null, string[]? Members = null);
}
