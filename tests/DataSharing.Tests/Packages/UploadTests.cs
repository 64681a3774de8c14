using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using CaseCoordination.DataSharing.Packages.Items;
using CaseCoordination.DataSharing.Packages.Letters;
using CaseCoordination.DataSharing.Tests.Api;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Packages;

/// <summary>Contents go in and out in pieces, in constant memory, and only whole.</summary>
public sealed class UploadTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
{
    private static readonly byte[] Content = RandomNumberGenerator.GetBytes(500_000);
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Content));

    private static readonly string[] Preparer = ["officer", "data-steward"];
    private static readonly string[] Ids = ["id"];
    private static readonly string[] Recipients = ["XA-SMA"];
    private static readonly string[] Approver = ["approver"];
    private static readonly string[] Groups = ["market-abuse"];

    private PackageClient Steward() => new(new RequestClient(node.As("MSA-FMA", "msa-steward", Preparer, Groups)));

    private static async Task<(Guid Id, int Number)> BeginAsync(PackageClient steward, object item)
    {
        var id = await steward.PrepareUnaskedAsync();
        await steward.Requests.DoAsync($"/api/packages/{id}/items", item);
        return (id, 1);
    }

    [Fact]
    public async Task An_upload_interrupted_half_way_goes_on_where_it_stopped()
    {
        await node.TeachAsync();
        using var steward = Steward();
        var (id, number) = await BeginAsync(steward, PackageClient.Plain(Content.Length, sha256: Hash));
        await Assert.ThrowsAnyAsync<HttpRequestException>(async () =>
        {
            using var broken = await steward.PutAsync(id, number, new BreakingContent(Content, 300_000));
        });
        var progress = await Eventually.GetAsync(
            () => steward.ProgressAsync(id, number),
            p => p.Offset > 0,
            "what came before the interruption"
        );
        Assert.InRange(progress.Offset, 1, 300_000);
        Assert.Null(progress.Sha256);
        using var rest = await Eventually.GetAsync(
            async () =>
            {
                var reached = (int)(await steward.ProgressAsync(id, number)).Offset;
                return await steward.PutAsync(
                    id,
                    number,
                    Content[reached..],
                    $"bytes {reached}-{Content.Length - 1}/{Content.Length}"
                );
            },
            a => a.StatusCode == HttpStatusCode.OK,
            "the rest to be taken"
        );
        Assert.Equal(
            new UploadProgress(id, number, Content.Length, Content.Length, Hash),
            await steward.ProgressAsync(id, number)
        );
        Assert.Equal(Content, await steward.Http.GetByteArrayAsync($"/api/packages/{id}/items/{number}/content"));
    }

    [Fact]
    public async Task Pieces_are_answered_with_the_offset_reached()
    {
        await node.TeachAsync();
        using var steward = Steward();
        var (id, number) = await BeginAsync(steward, PackageClient.Plain(Content.Length));
        using var first = await steward.PutAsync(id, number, Content[..100], $"bytes 0-99/{Content.Length}");
        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        using var gap = await steward.PutAsync(id, number, Content[200..300], $"bytes 200-299/{Content.Length}");
        Assert.Equal("upload-gap", await Answers.CodeAsync(gap));
        foreach (
            var range in (string[])
                [
                    $"bytes 100-199/{Content.Length + 1}",
                    "bytes 100-150/*",
                    "pages 1-2/3",
                    $"bytes 100-150/{Content.Length}",
                ]
        )
        {
            using var wrong = await steward.PutAsync(id, number, Content[100..200], range);
            Assert.Equal("content-range-malformed", await Answers.CodeAsync(wrong));
        }

        Assert.Equal(100, (await steward.ProgressAsync(id, number)).Offset);
        using var last = await steward.PutAsync(
            id,
            number,
            Content[100..],
            $"bytes 100-{Content.Length - 1}/{Content.Length}"
        );
        Assert.Equal(HttpStatusCode.OK, last.StatusCode);
        using var again = await steward.PutAsync(id, number, Content);
        Assert.Equal("content-stored", await Answers.CodeAsync(again));
    }

    [Fact]
    public async Task Another_content_than_announced_is_refused_and_nothing_kept()
    {
        await node.TeachAsync();
        using var steward = Steward();
        var (id, number) = await BeginAsync(steward, PackageClient.Plain(Content.Length, sha256: new string('0', 64)));
        var other = RandomNumberGenerator.GetBytes(Content.Length);
        using var wrong = await steward.PutAsync(id, number, other);
        Assert.Equal("content-hash-differs", await Answers.CodeAsync(wrong));
        Assert.Equal(0, (await steward.ProgressAsync(id, number)).Offset);
        using var longer = await steward.PutAsync(id, number, [.. Content, 1]);
        Assert.Equal("content-range-malformed", await Answers.CodeAsync(longer));
        using var content = new StreamContent(new Endless(Content.Length + 1));
        using var chunked = await steward.PutAsync(id, number, content);
        Assert.Equal("content-size-differs", await Answers.CodeAsync(chunked));
        Assert.Equal("awaited", (await steward.FindAsync(id))!.Items[0].State);
        Assert.False(node.Vault.Holds("MSA-FMA", Convert.ToHexStringLower(SHA256.HashData(other))));
    }

    [Fact]
    public async Task Ranges_of_a_content_are_served()
    {
        await node.TeachAsync();
        using var steward = Steward();
        var id = await steward.PrepareUnaskedAsync();
        await steward.AddAsync(id, PackageClient.Plain(Content.Length), Content);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/packages/{id}/items/1/content");
        request.Headers.Range = new RangeHeaderValue(100, 199);
        using var answer = await steward.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal($"\"{Hash}\"", answer.Headers.ETag!.Tag);
        Assert.Equal(Content[100..200], await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Two_hundred_megabytes_go_through_upload_filter_and_fetch_in_constant_memory()
    {
        const long Size = 200_000_000;
        const long Most = 64 * 1024 * 1024;
        await node.TeachAsync();
        using var steward = Steward();
        using var asker = new PackageClient(new RequestClient(node.As("XA-SMA", "xa-officer", Preparer, Groups)));
        var id = await steward.PrepareAsync(
            new
            {
                title = "Large",
                recipients = Recipients,
                occasion = PackageClient.Occasion,
                personalDataReason = "To name the traders.",
            }
        );
        await steward.Requests.DoAsync($"/api/packages/{id}/items", PackageClient.Csv(Size));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        using (var stored = await steward.PutAsync(id, 1, new StreamContent(new Endless(Size))))
        {
            Assert.True(stored.StatusCode == HttpStatusCode.OK, await stored.Content.ReadAsStringAsync());
        }

        var uploaded = GC.GetTotalAllocatedBytes(precise: true);
        await steward.Requests.DoAsync($"/api/packages/{id}/items/1/filter", new { leaveOut = Ids });
        var filtered = GC.GetTotalAllocatedBytes(precise: true);
        using var approver = new PackageClient(new RequestClient(node.As("MSA-FMA", "msa-approver", Approver, Groups)));
        using (var approved = await approver.ApproveAsync(id))
        {
            Assert.Equal(HttpStatusCode.OK, approved.StatusCode);
        }

        await steward.ReleaseAsync(id);
        await node.CarryAsync(id, PackageLetterKinds.Release);
        var sheet = await asker.StateAsync(id, "retrieved");
        var fetched = GC.GetTotalAllocatedBytes(precise: true);
        TestContext.Current.SendDiagnosticMessage(
            $"allocated: upload {uploaded - before}, filter {filtered - uploaded}, fetch {fetched - filtered}"
        );
        Assert.InRange(sheet.Items[0].Size, Size / 2, Size);
        Assert.InRange(uploaded - before, 0, Most);
        Assert.InRange(filtered - uploaded, 0, Most);
        Assert.InRange(fetched - filtered, 0, Most);
    }

    /// <summary>Breaks off after so many bytes, as a connection does.</summary>
    private sealed class BreakingContent(byte[] bytes, int breakAt) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(bytes.AsMemory(0, breakAt));
            await stream.FlushAsync();
            throw new IOException("The connection is gone.");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length;
            return true;
        }
    }

    /// <summary>Rows of CSV without end, cut off at a size; its memory is one row.</summary>
    private sealed class Endless(long size) : Stream
    {
        private static readonly byte[] Header = "id,trader,note\n"u8.ToArray();
        private static readonly byte[] Row = "12345678,\"Doe, Jane\",\"a note, with \"\"quotes\"\"\"\n"u8.ToArray();
        private long _at;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => _at;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Fill(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Fill(buffer.Span));

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        // The last row is padded with blank lines, so that any size is whole rows.
        private int Fill(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, size - _at);
            var lastRow = Header.Length + ((size - Header.Length) / Row.Length * Row.Length);
            for (var i = 0; i < count; i++, _at++)
            {
                buffer[i] =
                    _at < Header.Length ? Header[_at]
                    : _at < lastRow ? Row[(_at - Header.Length) % Row.Length]
                    : (byte)'\n';
            }

            return count;
        }
    }
}
