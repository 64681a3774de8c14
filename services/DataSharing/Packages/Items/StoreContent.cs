using System.Globalization;
using CaseCoordination.DataSharing.Packages.Contents;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace CaseCoordination.DataSharing.Packages.Items;

/// <summary>How far an upload is: bytes that are here of those that the item has, and its hash when it is complete.</summary>
public sealed record UploadProgress(Guid Package, int Number, long Offset, long Size, string? Sha256);

/// <summary>Takes an item's content in, whole or range by range; what is not the content announced leaves nothing behind.</summary>
public sealed record StoreContent(int Number, ContentFacts Content)
{
    public static Decision<PackageEvent> Decide(Package current, StoreContent command, Turn turn)
    {
        if (ReleaseRules.OfPreparation(current) is { } refusal)
        {
            return refusal;
        }

        return current.Find(command.Number) switch
        {
            null => Unknown,
            { IsStored: true } item => item.Sha256 == command.Content.Sha256 ? new NoChange() : AlreadyStored,
            { } item
                when item.Size != command.Content.Size
                    || (item.Sha256 is not null && item.Sha256 != command.Content.Sha256) => new Refusal(
                "content-differs",
                "It is not the content that was announced."
            ),
            _ => new ItemStored(command.Number, command.Content.Size, command.Content.Sha256, turn.By, turn.Now),
        };
    }

    internal static Refusal Unknown { get; } = Refusal.Unknown("item-unknown", "There is no such item.");

    private static Refusal AlreadyStored { get; } =
        new("content-stored", "The content is here; to replace it, remove the item and add another.");

    internal static string PartOf(Guid package, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{package:N}-{number}");

    internal static void Map(IEndpointRouteBuilder packages)
    {
        packages
            .MapPut("/{id:guid}/items/{number:int}/content", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.DataSteward, Roles.System)
            .Accepts<byte[]>("application/octet-stream")
            .WithSummary("Stores an item's content, of any size, whole or in ranges.")
            .WithDescription(
                "With `Content-Range: bytes a-b/total` a part of it; `upload` tells where to go on after an interruption. A "
                    + "part may begin at or before the offset reached. 202 while more has to follow, 200 when it is complete."
            )
            .Produces<UploadProgress>()
            .Produces<UploadProgress>(202)
            .ProducesProblem(422);
        packages
            .MapGet("/{id:guid}/items/{number:int}/upload", ShowAsync)
            .RequireRoles(Roles.Officer, Roles.DataSteward, Roles.System)
            .WithSummary("Tells how many bytes of an item's content are here.")
            .Produces<UploadProgress>();
    }

    private static async Task<IResult> ShowAsync(
        Guid id,
        int number,
        PackageDesk desk,
        Vault vault,
        CancellationToken cancellation
    )
    {
        var item = (await desk.FindAsync(id, cancellation))?.Find(number);
        if (item is null)
        {
            return Problems.NotFound();
        }

        var reached = item.IsStored ? item.Size : vault.Reached(desk.Session.Authority, PartOf(id, number));
        return Results.Ok(new UploadProgress(id, number, reached, item.Size, item.IsStored ? item.Sha256 : null));
    }

    private static async Task<IResult> HandleAsync(
        Guid id,
        int number,
        PackageDesk desk,
        Vault vault,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (await desk.FindAsync(id, cancellation) is not { } file || file.Find(number) is not { } item)
        {
            return Problems.NotFound();
        }

        if (ReleaseRules.OfPreparation(file) is { } refusal)
        {
            return Problems.From(refusal);
        }

        if (item.IsStored)
        {
            return Problems.From(AlreadyStored);
        }

        if (!TryRange(http.Request, item.Size, out var from, out var count))
        {
            return Problems.Of(
                400,
                "content-range-malformed",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Content-Range is bytes a-b/{item.Size}, and the body has as many bytes as it says."
                )
            );
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        var written = await vault.WriteAsync(
            desk.Session.Authority,
            PartOf(id, number),
            from,
            http.Request.Body,
            count,
            item.Size,
            item.Sha256,
            cancellation
        );
        return written.Outcome == Writing.Stored
            ? await CompleteAsync(id, number, item.Size, written.Sha256!, desk, cancellation)
            : Answer(id, number, item, written);
    }

    private static async Task<IResult> CompleteAsync(
        Guid id,
        int number,
        long size,
        string sha256,
        PackageDesk desk,
        CancellationToken cancellation
    )
    {
        var command = new StoreContent(number, new ContentFacts(size, sha256));
        var outcome = await desk.TryAsync(id, (current, turn) => Decide(current, command, turn), cancellation);
        return outcome is { Refusal: null, IsStale: false }
            ? Results.Ok(new UploadProgress(id, number, size, size, sha256))
            : outcome.ToResult();
    }

    private static IResult Answer(Guid id, int number, Item item, Written written) =>
        written.Outcome switch
        {
            Writing.Partial => Results.Accepted(
                value: new UploadProgress(id, number, written.Reached, item.Size, null)
            ),
            Writing.Busy => Problems.Of(409, "upload-under-way", "Another upload of this content is under way."),
            Writing.Gap => Problems.Of(
                409,
                "upload-gap",
                string.Create(CultureInfo.InvariantCulture, $"Go on at byte {written.Reached}.")
            ),
            Writing.TooLong => Problems.Of(
                422,
                "content-size-differs",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"More bytes came than announced; the content has {item.Size}. Nothing of this part was kept."
                )
            ),
            _ => Problems.Of(
                422,
                "content-hash-differs",
                "The content must have the SHA-256 that was announced; nothing of it was kept."
            ),
        };

    private static bool TryRange(HttpRequest request, long size, out long from, out long count)
    {
        (from, count) = (0, size);
        if (request.Headers.ContentRange.Count > 0)
        {
            if (
                !ContentRangeHeaderValue.TryParse(request.Headers.ContentRange.ToString(), out var range)
                || range is not { HasRange: true, From: { } first, To: { } last }
                || range.Unit != "bytes"
                || range.Length != size
            )
            {
                return false;
            }

            (from, count) = (first, last - first + 1);
        }

        return request.ContentLength is not { } length || length == count;
    }
}
