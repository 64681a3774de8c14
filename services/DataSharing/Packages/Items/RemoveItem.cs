using CaseCoordination.DataSharing.Packages.Contents;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Packages.Items;

/// <summary>Takes an item out of a package; a content that belongs to nothing any more is swept in time.</summary>
public sealed record RemoveItem(int Number)
{
    public static Decision<PackageEvent> Decide(Package current, RemoveItem command, Turn turn) =>
        ReleaseRules.OfPreparation(current) is { } refusal ? refusal
        : current.Find(command.Number) is not null ? new ItemRemoved(command.Number, turn.By, turn.Now)
        : command.Number >= 1 && command.Number <= current.LastNumber ? new NoChange()
        : StoreContent.Unknown;

    internal static void Map(IEndpointRouteBuilder packages) =>
        packages
            .MapDelete("/{id:guid}/items/{number:int}", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.DataSteward, Roles.System)
            .WithSummary("Takes an item out of a package that was not released.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        int number,
        PackageDesk desk,
        Vault vault,
        CancellationToken cancellation
    )
    {
        var outcome = await desk.TryAsync(id, (current, turn) => Decide(current, new(number), turn), cancellation);
        if (outcome.Changed)
        {
            vault.DeletePart(desk.Session.Authority, StoreContent.PartOf(id, number));
        }

        return outcome.ToResult();
    }
}
