using CaseCoordination.DataSharing.Records.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Records;

/// <summary>Takes a batch of records back: the records are deleted, that there was a batch stays.</summary>
public sealed record WithdrawBatch(string Reason)
{
    public static Decision<RecordBatchEvent> Decide(RecordBatch current, WithdrawBatch command, Turn turn) =>
        current switch
        {
            { Ingested: null } => Refusal.Unknown("batch-unknown", "There is no such batch."),
            { Withdrawn: not null } => new NoChange(),
            _ => new RecordsWithdrawn(command.Reason, turn.By, turn.Now),
        };

    internal static void Map(IEndpointRouteBuilder batches) =>
        batches
            .MapPost("/{id:guid}/withdrawal", HandleAsync)
            .RequireRoles(Roles.DataSteward)
            .WithSummary("Withdraws a batch: its records are deleted, and the batch says who withdrew it and why.")
            .WithDescription(
                "Notices that were drafted from a batch of licences stay: each is offered or withdrawn by a person."
            )
            .Produces<CommandResult>()
            .ProducesProblem(404);

    private static async Task<IResult> HandleAsync(
        Guid id,
        Body body,
        AuthoritySession session,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var shape = new Shape().Text("reason", body.Reason, 2000);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var now = clock.GetUtcNow();
        var turn = new Turn(caller.Subject, Guid.CreateVersion7(now), now);
        var (batch, _) = await session.LoadAsync<RecordBatch>(id, cancellation);
        var outcome = await session.DecideAsync<RecordBatch, RecordBatchEvent>(
            id,
            current => Decide(current, new(body.Reason), turn),
            cancellation,
            along: token => RecordStore.RemoveAsync(session, id, batch.Ingested!.Read, token)
        );
        return outcome.ToResult();
    }

    public sealed record Body(string? Reason);
}
