using CaseCoordination.DataSharing.Holdings;
using CaseCoordination.DataSharing.Packages.Contents;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using Microsoft.Net.Http.Headers;

namespace CaseCoordination.DataSharing.Packages.Items;

/// <summary>Gives an item's content to those of one's own people who may know the package, whole or in ranges.</summary>
internal static class ReadContent
{
    public static void Map(IEndpointRouteBuilder packages) =>
        packages
            .MapGet("/{id:guid}/items/{number:int}/content", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.Approver, Roles.Counsel, Roles.DataSteward, Roles.System)
            .WithSummary("Reads an item's content as it goes to the recipient; ranges are served.")
            .WithDescription(
                "The ETag is its SHA-256. With `original=true` the sender reads the item as it was before fields were left out."
            )
            .Produces(200, contentType: "application/octet-stream")
            .ProducesProblem(404);

    private static async Task<IResult> HandleAsync(
        Guid id,
        int number,
        PackageDesk desk,
        Vault vault,
        HttpContext http,
        CancellationToken cancellation,
        bool original = false
    )
    {
        if (await desk.FindAsync(id, cancellation) is not { } file || NameOf(file, number) is null)
        {
            return Problems.NotFound();
        }

        var (name, mediaType, sha256) = NameOf(file, number)!.Value;
        if (original && file.Find(number) is { IsStored: true } item)
        {
            sha256 = item.Sha256;
        }

        var isHere =
            file.Side == PackageSide.Sender
                ? sha256 is not null
                : file.Arrivals.Any(a => a.Number == number && a.RetrievedAt is not null);
        if (!isHere || vault.Open(desk.Session.Authority, sha256!) is not { } content)
        {
            return Problems.Of(409, "content-missing", "The content of this item is not here.");
        }

        if (
            file.Side == PackageSide.Recipient
            && await HoldingCustody.RecordReadAsync(
                desk.Session,
                HoldingIds.Of(id, number, desk.Session.Authority),
                "content",
                desk.NewTurn(),
                cancellation
            )
                is { } refused
        )
        {
            await content.DisposeAsync();
            return Problems.From(refused);
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.File(
            content,
            mediaType,
            name,
            entityTag: new EntityTagHeaderValue($"\"{sha256}\""),
            enableRangeProcessing: true
        );
    }

    private static (string Name, string MediaType, string? Sha256)? NameOf(Package file, int number) =>
        file.Outgoing.FirstOrDefault(i => i.Number == number) is { } shared
            ? (shared.Name, shared.MediaType, shared.Sha256)
        : file.Find(number) is { } item ? (item.Name, item.MediaType, null)
        : null;
}
