using CaseCoordination.DataSharing.AutomaticAnswers.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.AutomaticAnswers;

/// <summary>Lets a rule rest, takes it up again, or ends it for good; one person is enough to stop what answers by itself.</summary>
public static class PauseRule
{
    public static Decision<AnswerRuleEvent> Pause(AnswerRule current, string reason, Turn turn) =>
        current.Paused is not null ? new NoChange() : new RulePaused(reason, turn.By, turn.Now);

    public static Decision<AnswerRuleEvent> Resume(AnswerRule current, Turn turn) =>
        current.Paused is null ? new NoChange() : new RuleResumed(turn.By, turn.Now);

    public static Decision<AnswerRuleEvent> Retire(AnswerRule current, string reason, Turn turn) =>
        current.Retired is not null ? new NoChange() : new RuleRetired(reason, turn.By, turn.Now);

    internal static void Map(IEndpointRouteBuilder rules)
    {
        rules
            .MapPost("/{id:guid}/pause", PauseAsync)
            .RequireRoles(Roles.DataSteward, Roles.Approver, Roles.Counsel)
            .WithSummary("Lets a rule rest: requests wait for a person.")
            .Produces<CommandResult>();
        rules
            .MapPost("/{id:guid}/resumption", ResumeAsync)
            .RequireRoles(Roles.Approver)
            .WithSummary("Takes a rule up again.")
            .Produces<CommandResult>();
        rules
            .MapPost("/{id:guid}/retirement", RetireAsync)
            .RequireRoles(Roles.DataSteward, Roles.Approver)
            .WithSummary("Ends a rule for good; what it answered stays explained.")
            .Produces<CommandResult>();
    }

    private static async Task<IResult> PauseAsync(
        Guid id,
        ReasonBody body,
        RuleDesk desk,
        CancellationToken cancellation
    )
    {
        var shape = new Shape().Text("reason", body.Reason, 2000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(id, (current, turn) => Pause(current, body.Reason!, turn), cancellation);
    }

    private static Task<IResult> ResumeAsync(Guid id, RuleDesk desk, CancellationToken cancellation) =>
        desk.DecideAsync(id, Resume, cancellation);

    private static async Task<IResult> RetireAsync(
        Guid id,
        ReasonBody body,
        RuleDesk desk,
        CancellationToken cancellation
    )
    {
        var shape = new Shape().Text("reason", body.Reason, 2000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(id, (current, turn) => Retire(current, body.Reason!, turn), cancellation);
    }

    public sealed record ReasonBody(string? Reason);
}
