using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using CaseCoordination.Client.Http;

namespace CaseCoordination.Client;

/// <summary>Packages of data; contents of any size go and come in ranges, and go on where they were interrupted.</summary>
public sealed class PackagesClient
{
    private const string Root = "api/packages";
    private const int MostFailures = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly Api _api;

    internal PackagesClient(Api api) => _api = api;

    public Task<CommandAnswer> PrepareAsync(
        NewPackage package,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync(Root, package, key, cancellation);

    /// <summary>Null when there is no such package, as far as the caller may know.</summary>
    public Task<PackageFile?> FindAsync(Guid id, CancellationToken cancellation = default) =>
        _api.FindAsync<PackageFile>($"{Root}/{id}", cancellation);

    /// <summary>Adds an item; it has the last number in the package then, and awaits its content.</summary>
    public Task<CommandAnswer> AddItemAsync(
        Guid package,
        NewItem item,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync($"{Root}/{package}/items", item, key, cancellation);

    public Task<CommandAnswer> ReleaseAsync(
        Guid package,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync($"{Root}/{package}/release", null, key, cancellation);

    /// <summary>Uploads an item's content, from where an earlier upload stopped.</summary>
    /// <param name="package">The package.</param>
    /// <param name="number">Number of the item.</param>
    /// <param name="content">The whole content, seekable; left open.</param>
    /// <param name="rangeSize">Bytes in one range: what a broken connection may cost.</param>
    /// <param name="cancellation">Stops; the next call goes on from there.</param>
    public async Task<UploadProgress> UploadAsync(
        Guid package,
        int number,
        Stream content,
        int rangeSize = 8 * 1024 * 1024,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentOutOfRangeException.ThrowIfLessThan(rangeSize, 1);
        var range = new byte[Math.Min(rangeSize, Math.Max(content.Length, 1))];
        var progress = await ReachedAsync(package, number, cancellation);
        for (var failures = 0; progress.Sha256 is null; )
        {
            try
            {
                progress = await PutAsync(package, number, content, progress.Offset, range, cancellation);
                failures = 0;
            }
            catch (Exception e) when (MayGoOn(e, cancellation) && ++failures < MostFailures)
            {
                await Task.Delay(Pause * failures, cancellation);
                progress = await ReachedAsync(package, number, cancellation);
            }
        }

        return progress;
    }

    /// <summary>Downloads an item's content after what is there already, and checks the whole against its SHA-256.</summary>
    /// <param name="package">The package.</param>
    /// <param name="number">Number of the item.</param>
    /// <param name="target">Seekable, to be read and written; what an earlier call left in it is kept. Left open.</param>
    /// <param name="cancellation">Stops; the next call goes on from there.</param>
    /// <exception cref="InvalidDataException">What arrived is not the content; the target is empty then.</exception>
    public async Task DownloadAsync(Guid package, int number, Stream target, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        var file = await _api.GetAsync<PackageFile>($"{Root}/{package}", cancellation);
        var item =
            file.Items.FirstOrDefault(i => i.Number == number)
            ?? throw new ApiProblemException((int)HttpStatusCode.NotFound, "not-found", "There is no such item.", null);
        for (var failures = 0; target.Length < item.Size; )
        {
            var before = target.Length;
            try
            {
                await GetRangeAsync(package, item, target, cancellation);
            }
            catch (Exception e) when (MayGoOn(e, cancellation) && ++failures < MostFailures)
            {
                await Task.Delay(Pause * failures, cancellation);
            }

            failures = target.Length > before ? 0 : failures;
        }

        target.Position = 0;
        var found = Convert.ToHexStringLower(await SHA256.HashDataAsync(target, cancellation));
        if (item.Sha256 is not null && found != item.Sha256)
        {
            target.SetLength(0);
            throw new InvalidDataException($"The content has the SHA-256 {found} instead of {item.Sha256}.");
        }
    }

    // What the service refuses for good is the caller's; everything else is worth another attempt.
    private static bool MayGoOn(Exception fault, CancellationToken cancellation) =>
        !cancellation.IsCancellationRequested
        && fault
            is HttpRequestException
                or IOException
                or ApiProblemException { Status: >= 500 or 429 }
                or ApiProblemException { Code: "upload-gap" or "upload-under-way" };

    private Task<UploadProgress> ReachedAsync(Guid package, int number, CancellationToken cancellation) =>
        _api.GetAsync<UploadProgress>($"{ItemOf(package, number)}/upload", cancellation);

    private async Task<UploadProgress> PutAsync(
        Guid package,
        int number,
        Stream content,
        long offset,
        byte[] range,
        CancellationToken cancellation
    )
    {
        content.Position = offset;
        var count = await content.ReadAtLeastAsync(range, range.Length, throwOnEndOfStream: false, cancellation);
        using var part = new ByteArrayContent(range, 0, count);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        if (count > 0)
        {
            part.Headers.ContentRange = new ContentRangeHeaderValue(offset, offset + count - 1, content.Length);
        }

        return await _api.PutContentAsync<UploadProgress>($"{ItemOf(package, number)}/content", part, cancellation);
    }

    private async Task GetRangeAsync(Guid package, PackageItem item, Stream target, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{ItemOf(package, item.Number)}/content");
        if (target.Length > 0)
        {
            request.Headers.Range = new RangeHeaderValue(target.Length, null);
        }

        using var answer = await _api.SendAsync(request, cancellation);
        if (answer.StatusCode != HttpStatusCode.PartialContent)
        {
            target.SetLength(0);
        }

        target.Position = target.Length;
        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        await body.CopyToAsync(target, cancellation);
    }

    private static string ItemOf(Guid package, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Root}/{package}/items/{number}");
}
