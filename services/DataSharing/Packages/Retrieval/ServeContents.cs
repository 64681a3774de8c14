using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using CaseCoordination.DataSharing.Packages.Contents;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Packages.Retrieval;

/// <summary>
/// Gives contents of released packages to whoever shows the key of the manifest, until the last day. Everything else is answered as
/// if there were no such thing.
/// </summary>
internal static class ServeContents
{
    private const int LongestKey = 200;
    private static readonly string NoHash = new('0', 64);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/contents/{id:guid}/{number:int}", HandleAsync)
            .AllowAnonymous()
            .WithTags("Contents")
            .WithSummary("Gives an item of a released package to its recipient's node; ranges are served.")
            .WithDescription("`Authorization: Retrieval KEY`, with the key of the manifest.")
            .Produces(200, contentType: "application/octet-stream")
            .ProducesProblem(404);

    private static async Task<IResult> HandleAsync(
        Guid id,
        int number,
        Vault vault,
        AuthoritySessions sessions,
        HostedAuthorities hosted,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (KeyOf(http.Request) is not { } key || !hosted.Contains(AuthorityOf(key)))
        {
            return Problems.NotFound();
        }

        await using var session = sessions.Open(AuthorityOf(key), "contents");
        var (file, _) = await session.LoadAsync<Package>(id, cancellation);
        if (
            !IsOpenedBy(file, key, clock.GetUtcNow())
            || file.Outgoing.FirstOrDefault(i => i.Number == number) is not { } item
            || vault.Open(session.Authority, item.Sha256) is not { } content
        )
        {
            return Problems.NotFound();
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        return Results.Stream(content, "application/octet-stream", enableRangeProcessing: true);
    }

    /// <summary>Compared in constant time, also where there is nothing to open.</summary>
    public static bool IsOpenedBy(Package file, string key, DateTimeOffset now)
    {
        var release = file.Side == PackageSide.Sender ? file.Release : null;
        var isKey = CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(ReleasePackage.HashOf(key)),
            Encoding.ASCII.GetBytes(release?.KeyHash ?? NoHash)
        );
        return isKey && release is not null && now < release.RetrieveBy;
    }

    private static string? KeyOf(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization.ToString(), out var shown)
        && shown is { Scheme: ContentSource.Scheme, Parameter: { Length: > 0 and <= LongestKey } key }
            ? key
            : null;

    private static string AuthorityOf(string key) => key.Split('.')[0];
}
