using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using CaseCoordination.DataSharing.Packages.Contents;
using CaseCoordination.DataSharing.Packages.Domain;
using Polly;
using Polly.Retry;

namespace CaseCoordination.DataSharing.Packages.Retrieval;

/// <summary>Streams one content from its sender's node into the vault, and goes on where it was interrupted.</summary>
public sealed class ContentSource(HttpClient http, NodeAddresses nodes, Vault vault, PackageSettings settings)
{
    public const string Scheme = "Retrieval";

    // A broken connection is usually back at once; what lasts longer is tried again by the fetcher, after a pause.
    private static readonly ResiliencePipeline<Written> Resume = new ResiliencePipelineBuilder<Written>()
        .AddRetry(
            new RetryStrategyOptions<Written>
            {
                MaxRetryAttempts = 4,
                Delay = TimeSpan.FromMilliseconds(250),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = args =>
                    ValueTask.FromResult(
                        args.Outcome.Exception is HttpRequestException or IOException or TimeoutException
                            || args.Outcome.Result is { Outcome: Writing.Partial }
                    ),
            }
        )
        .Build();

    /// <summary>Fetches what is missing; the outcome says whether the content is complete and what it should be.</summary>
    /// <param name="file">The recipient's file.</param>
    /// <param name="item">The item.</param>
    /// <param name="cancellation">Interrupts the transfer; what arrived stays.</param>
    public async Task<Written> FetchAsync(Package file, SharedItem item, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(item);
        return vault.Holds(file.Authority, item.Sha256)
            ? new Written(Writing.Stored, item.Size, item.Sha256)
            : await Resume.ExecuteAsync(async ct => await TransferAsync(file, item, ct), cancellation);
    }

    internal static string PartOf(Guid package, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"in-{package:N}-{number}");

    private async Task<Written> TransferAsync(Package file, SharedItem item, CancellationToken cancellation)
    {
        var part = PartOf(file.Id, item.Number);
        var offset = Math.Min(vault.Reached(file.Authority, part), item.Size);
        if (offset == item.Size && item.Size > 0)
        {
            return await WriteAsync(file, item, part, offset, Stream.Null, cancellation);
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, AddressOf(file, item));
        request.Headers.Authorization = new AuthenticationHeaderValue(Scheme, file.Pass!.Key);
        if (offset > 0)
        {
            request.Headers.Range = new RangeHeaderValue(offset, null);
        }

        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (answer.StatusCode == HttpStatusCode.PartialContent)
        {
            offset =
                answer.Content.Headers.ContentRange?.From == offset
                    ? offset
                    : throw new HttpRequestException("Another range came than was asked for.");
        }
        else if (answer.StatusCode == HttpStatusCode.OK)
        {
            offset = 0;
        }
        else
        {
            throw new HttpRequestException("The sender's node does not give the content.", null, answer.StatusCode);
        }

        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        await using var watched = new StallWatch(body, settings.StallAfter);
        return await WriteAsync(file, item, part, offset, watched, cancellation);
    }

    // More bytes than the manifest says are as wrong as other bytes.
    private async Task<Written> WriteAsync(
        Package file,
        SharedItem item,
        string part,
        long offset,
        Stream bytes,
        CancellationToken cancellation
    )
    {
        var written = await vault.WriteAsync(
            file.Authority,
            part,
            offset,
            bytes,
            item.Size - offset,
            item.Size,
            item.Sha256,
            cancellation
        );
        if (written.Outcome != Writing.TooLong)
        {
            return written;
        }

        vault.DeletePart(file.Authority, part);
        return new Written(Writing.Differs, item.Size + 1, "");
    }

    private Uri AddressOf(Package file, SharedItem item) =>
        nodes.Of(file.Other) is { } node
            ? new Uri(node, string.Create(CultureInfo.InvariantCulture, $"/api/contents/{file.Id}/{item.Number}"))
            : throw new HttpRequestException("The address of the sender's node is not known.");
}

/// <summary>Breaks a transfer off in which nothing arrives.</summary>
internal sealed class StallWatch(Stream below, TimeSpan patience) : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(patience);
        try
        {
            return await below.ReadAsync(buffer, timer.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("Nothing arrived for a while.", e);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
