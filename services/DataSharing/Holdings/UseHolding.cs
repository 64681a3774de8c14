using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Holdings;

/// <summary>Records a use of the item for a purpose.</summary>
internal static class UseHolding
{
    public static void Map(IEndpointRouteBuilder holdings) =>
        holdings
            .MapPost("/{id:guid}/uses", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Records a use of the item for a purpose.")
            .WithDescription(
                "Judged first; what is not permitted is recorded and answered 409 with a code that says what would pass: "
                    + "`consent-needed`, `objection-window`, `notice-needed`, `facts-missing`, `consent-denied`, `objected`, "
                    + "`item-recalled`, `retention-over`, `item-deleted`. `facts` answers questions of the law: yes, no or unknown."
            )
            .Produces<CommandResult>()
            .ProducesProblem(409);

    private static async Task<IResult> HandleAsync(Guid id, Body body, HoldingDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape().Text("note", body.Note, 2000).Facts("facts", body.Facts);
        var act = shape.Act(ActKinds.Use, body.Purpose, null, null);
        return shape.IsWrong
            ? shape.Problem()
            : await ActOnHolding.HandleAsync(
                id,
                act,
                body.Note!,
                body.Facts ?? ActShapes.NoFacts,
                desk,
                (ruling, turn) => new HoldingUsed(act, body.Note!, ruling, turn.By, turn.Now),
                cancellation
            );
    }

    public sealed record Body(string? Purpose, string? Note, IReadOnlyDictionary<string, string>? Facts = null);
}
