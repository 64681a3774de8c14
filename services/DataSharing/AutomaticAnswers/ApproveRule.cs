using CaseCoordination.DataSharing.AutomaticAnswers.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.AutomaticAnswers;

/// <summary>A second person puts a rule's terms in force: that is the approval of every answer they give.</summary>
public static class ApproveRule
{
    public static Decision<AnswerRuleEvent> Decide(AnswerRule current, Turn turn) =>
        current.ApprovedBy is not null ? new NoChange()
        : current.WrittenBy == turn.By
            ? new Refusal("same-person", "Somebody other than who wrote the terms approves them.")
        : new RuleApproved(turn.By, turn.Now);

    internal static void Map(IEndpointRouteBuilder rules) =>
        rules
            .MapPost("/{id:guid}/approval", HandleAsync)
            .RequireRoles(Roles.Approver)
            .WithSummary("Puts a rule in force; refused with same-person for whoever wrote its terms.")
            .Produces<CommandResult>();

    private static Task<IResult> HandleAsync(Guid id, RuleDesk desk, CancellationToken cancellation) =>
        desk.DecideAsync(id, Decide, cancellation);
}
