using CaseCoordination.DataSharing.Holdings;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Packages;
using CaseCoordination.DataSharing.Packages.Contents;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Packages.Items;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Handover;

/// <summary>
/// Adds a held item to a package of one's own: the disclosure to the package's recipient is judged and recorded at the holding, and
/// the item keeps its originator, the authorities it came through, and conditions no looser than it came with.
/// </summary>
internal static class PassOn
{
    public static void Map(IEndpointRouteBuilder packages) =>
        packages
            .MapPost("/{id:guid}/held-items", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Passes a held item on in this package; judged as a disclosure to its recipient.")
            .WithDescription(
                "Refused as `POST /api/holdings/{id}/disclosures` is, with what would pass: often the originator's consent. The "
                    + "package has to be restricted to the purpose that is judged and to be no looser than what binds the item."
            )
            .Produces<CommandResult>()
            .ProducesProblem(409);

    private static async Task<IResult> HandleAsync(
        Guid id,
        Body body,
        PackageDesk packages,
        HoldingDesk holdings,
        Vault vault,
        CancellationToken cancellation
    )
    {
        var shape = new Shape()
            .Must(body.Holding is not null, "holding", "required", "Name the holding.")
            .Text("note", body.Note, 2000)
            .Facts("facts", body.Facts);
        shape.Act(ActKinds.Disclosure, body.Purpose, body.Recipient, "any");
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        if (await packages.FindAsync(id, cancellation) is not { } package)
        {
            return Problems.NotFound();
        }

        if (await holdings.FindAsync<Holding>(body.Holding!.Value, cancellation) is not { } holding)
        {
            return Problems.Of(409, "item-unknown", "There is no such held item.", "holding");
        }

        var refusal =
            ReleaseRules.OfPreparation(package)
            ?? ItemLaw.Blocked(holding)
            ?? HeldItems.Looser(package, holding, body.Purpose!);
        if (refusal is not null)
        {
            return Problems.From(refusal);
        }

        if (package.Items.Any(i => i.Holding == holding.Id))
        {
            return Results.Ok(
                new CommandResult(
                    id,
                    (await packages.TryAsync(id, (_, _) => new Decider.NoChange(), cancellation)).Version
                )
            );
        }

        if (!vault.Holds(holding.Authority, holding.Item.Sha256))
        {
            return Problems.Of(409, "content-missing", "The content of this item is not here.", "holding");
        }

        // The key belongs to the item: until that is added, a repeat has to do the rest.
        var key = packages.Session.Idempotency;
        packages.Session.Idempotency = null;
        var act = new Act(ActKinds.Disclosure, body.Purpose!, body.Recipient!, package.Other);
        var disclosed = await ActOnHolding.TryAsync(
            holding,
            act,
            body.Note!,
            body.Facts ?? ActShapes.NoFacts,
            holdings,
            (ruling, turn) => new HoldingDisclosed(act, body.Note!, ruling, turn.By, turn.Now),
            cancellation
        );
        if (disclosed.Refusal is not null)
        {
            return disclosed.ToResult();
        }

        packages.Session.Idempotency = key;
        return (
            await PackageItems.AddItemHeldAsync(
                packages.Session,
                id,
                Of(holding),
                new ContentFacts(holding.Item.Size, holding.Item.Sha256),
                packages.NewTurn(),
                _ => null,
                cancellation
            )
        ).ToResult();
    }

    private static NewItem Of(Holding holding)
    {
        var item = holding.Item;
        return new NewItem(
            item.Name,
            item.MediaType,
            item.Size,
            item.Sha256,
            item.Category,
            item.Tlp,
            item.Handling,
            item.PersonalData,
            [],
            item.Originator,
            NewItem.Holding,
            [.. item.Chain.Append(holding.From).Distinct(StringComparer.Ordinal)],
            holding.Id
        );
    }

    public sealed record Body(
        Guid? Holding,
        string? Purpose,
        string? Note,
        string? Recipient = "third-country-authority",
        IReadOnlyDictionary<string, string>? Facts = null
    );
}
