using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Holdings.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Holdings;

/// <summary>Deletes the content of an item where it is kept; doing it again changes nothing. Registered by whoever keeps contents.</summary>
/// <param name="holder">The authority whose item it is.</param>
/// <param name="sha256">Of the content.</param>
public delegate Task DeleteContents(
    string holder,
    Guid package,
    int number,
    string sha256,
    CancellationToken cancellation
);

/// <summary>A data steward deletes an item; a certificate tells whoever gave it, with the hash and who still holds it.</summary>
public sealed record DeleteHolding(string? Reason)
{
    /// <summary>Decided after the content is gone: nothing is certified that did not happen.</summary>
    public static Decision<HoldingEvent> Decide(Holding current, DeleteHolding command, Turn turn)
    {
        if (current.Deletion is not null)
        {
            return new NoChange();
        }

        var cause = CauseOf(current);
        if (cause == OwnDecision && command.Reason is null)
        {
            return new Refusal(
                "reason-missing",
                "Nothing asks for this deletion; say why it is deleted all the same.",
                "reason"
            );
        }

        var deleted = new HoldingDeleted(
            cause,
            command.Reason ?? "",
            current.Item.Sha256,
            Outbound.IdOf(current.From, LetterKinds.DeletionCertificate, turn),
            turn.By,
            turn.Now
        );
        return new HoldingEvent[]
        {
            deleted,
            Outbound.Up(
                current,
                LetterKinds.DeletionCertificate,
                new DeletionCertificateLetter
                {
                    Sha256 = deleted.Sha256,
                    Cause = cause,
                    DeletedAt = turn.Now,
                    StillHeldBy = [.. current.Onward.Where(w => w.Holds).Select(w => w.Authority)],
                },
                turn
            ),
        };
    }

    private const string OwnDecision = "own-decision";

    private static string CauseOf(Holding current) =>
        current.Stage switch
        {
            HoldingStage.Recalled => "recall",
            HoldingStage.Expired => "retention-end",
            _ => OwnDecision,
        };

    internal static void Map(IEndpointRouteBuilder holdings) =>
        holdings
            .MapPost("/{id:guid}/deletion", HandleAsync)
            .RequireRoles(Roles.DataSteward)
            .WithSummary(
                "Deletes the item for ever and sends the certificate; a reason is needed where nothing asks for it."
            )
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        Body body,
        HoldingDesk desk,
        IEnumerable<DeleteContents> keepers,
        CancellationToken cancellation
    )
    {
        var shape = new Shape().Optional("reason", body.Reason, 2000);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        if (await desk.FindAsync<Holding>(id, cancellation) is not { } file)
        {
            return Problems.NotFound();
        }

        var command = new DeleteHolding(body.Reason);
        var turn = desk.NewTurn();
        if (Decide(file, command, turn) is Events<HoldingEvent>)
        {
            var all = keepers.ToList();
            if (all.Count == 0)
            {
                return Problems.Of(
                    409,
                    "contents-unreachable",
                    "Nothing here can delete contents, so nothing is certified; ask the operator."
                );
            }

            foreach (var delete in all)
            {
                await delete(file.Authority, file.Package, file.Item.Number, file.Item.Sha256, cancellation);
            }
        }

        return (
            await desk.DecideAsync<Holding, HoldingEvent>(id, current => Decide(current, command, turn), cancellation)
        ).ToResult();
    }

    public sealed record Body(string? Reason = null);
}
