using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Letters;
using CaseCoordination.EnforcementActions.Disputes.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.EnforcementActions.Disputes;

/// <summary>An authority says whether it follows the result of a dispute; it may think better of it.</summary>
/// <param name="Number">Place among the disputes of this file, from 1.</param>
public sealed record FollowResult(int Number, bool Follows, string? Reason)
{
    public static Decision<ActionEvent> Decide(CoordinatedAction current, FollowResult command, Turn turn)
    {
        if (current.Disputes.ElementAtOrDefault(command.Number - 1) is not { } dispute)
        {
            return RecordDisputeResult.Unknown;
        }

        if (!current.IsLead && !current.Plan.Names(current.Authority))
        {
            return Refusals.NotAParticipant;
        }

        if (dispute.Result is null)
        {
            return new Refusal("no-result-yet", "The body has not decided on it, or its result is not recorded.");
        }

        var last = dispute.Followings.GetValueOrDefault(current.Authority);
        if (last is not null && last.Follows == command.Follows && last.Reason == command.Reason)
        {
            return new NoChange();
        }

        var (raiser, number) = (dispute.Dispute.Raiser, dispute.Dispute.Number);
        var following = new Following(
            current.Authority,
            (last?.Number ?? 0) + 1,
            command.Follows,
            command.Reason,
            turn.Now
        );
        return DisputeMail.Tell(
            current,
            new DisputeFollowed(raiser, number, following, turn.By, turn.Now),
            raiser,
            number,
            ActionLetterKinds.DisputeFollowing,
            null,
            turn
        );
    }

    internal static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapPost("/{id:guid}/disputes/{n:int}/following", HandleAsync)
            .RequireRoles(Roles.Approver)
            .WithSummary("Says whether this authority follows the result of a dispute; everybody is told.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        int n,
        Body body,
        ActionDesk desk,
        CancellationToken cancellation
    )
    {
        var shape = new Shape()
            .Must(body.Follows is not null, "follows", "required", "Say true or false.")
            .Optional("reason", body.Reason, 4000)
            .Must(
                body.Follows != false || !string.IsNullOrWhiteSpace(body.Reason),
                "reason",
                "required",
                "Say why this authority does not follow it."
            );
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(
                id,
                (current, turn) => Decide(current, new(n, body.Follows!.Value, body.Reason), turn),
                cancellation
            );
    }

    public sealed record Body(bool? Follows, string? Reason = null);
}
