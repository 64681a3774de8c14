using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Letters;
using CaseCoordination.EnforcementActions.Disputes.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.EnforcementActions.Disputes;

/// <summary>The lead, or who raised a dispute, records what the body decided on it; everybody is told.</summary>
/// <param name="Number">Place among the disputes of this file, from 1.</param>
public sealed record RecordDisputeResult(int Number, string Result, string Statement, string? Reference)
{
    public static IReadOnlyList<string> Results { get; } = ["upheld", "dismissed", "settled", "opinion"];

    internal static Refusal Unknown { get; } = Refusal.Unknown("dispute-unknown", "There is no such dispute.");

    public static Decision<ActionEvent> Decide(CoordinatedAction current, RecordDisputeResult command, Turn turn)
    {
        if (current.Disputes.ElementAtOrDefault(command.Number - 1) is not { } open)
        {
            return Unknown;
        }

        var (raiser, number) = (open.Dispute.Raiser, open.Dispute.Number);
        if (!current.IsLead && raiser != current.Authority)
        {
            return new Refusal("not-the-lead-or-raiser", "The lead, or who raised the dispute, records its result.");
        }

        if (open.Result is { } known)
        {
            return
                known.Result == command.Result
                && known.Statement == command.Statement
                && known.Reference == command.Reference
                ? new NoChange()
                : new Refusal("result-recorded", "The result of this dispute is recorded already.");
        }

        var result = new DisputeResult(
            command.Result,
            command.Statement,
            command.Reference,
            current.Authority,
            turn.Now
        );
        return DisputeMail.Tell(
            current,
            new DisputeResolved(raiser, number, result, turn.By, turn.Now),
            raiser,
            number,
            ActionLetterKinds.DisputeResult,
            null,
            turn
        );
    }

    internal static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapPost("/{id:guid}/disputes/{n:int}/result", HandleAsync)
            .RequireRoles(Roles.Approver, Roles.Counsel)
            .WithSummary("Records what the body decided on a dispute.")
            .WithDescription($"For the lead, or who raised it. Results: {string.Join(", ", Results)}.")
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
            .OneOf("result", body.Result, Results)
            .Text("statement", body.Statement, 4000)
            .Optional("reference", body.Reference, 200);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(
                id,
                (current, turn) => Decide(current, new(n, body.Result!, body.Statement!, body.Reference), turn),
                cancellation
            );
    }

    public sealed record Body(string? Result, string? Statement, string? Reference = null);
}
