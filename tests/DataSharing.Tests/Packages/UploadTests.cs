using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using CaseCoordination.DataSharing.Packages.Items;
using CaseCoordination.DataSharing.Tests.Api;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Packages;

/// <summary>Contents go in and out in pieces, in constant memory, and only whole.</summary>
public sealed class UploadTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
{
    private static readonly byte[] Content = RandomNumberGenerator.GetBytes(500_000);
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Content));

    private static readonly string[] Preparer = ["officer", "data-steward"];
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
            using var broken = await steward.PutAsync(
                id,
                number,
                new BreakingContent(
                    Content,
                    300_000,
                    () => node.Vault.Reached("MSA-FMA", StoreContent.PartOf(id, number)) > 0
                )
            );
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
        using var content = new StreamContent(new EndlessCsv(Content.Length + 1));
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

    /// <summary>Breaks off after so many bytes, once some have arrived, as a connection does.</summary>
    private sealed class BreakingContent(byte[] bytes, int breakAt, Func<bool> arrived) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(bytes.AsMemory(0, breakAt));
            await stream.FlushAsync();
            await Eventually.HoldsAsync(arrived, "some bytes to arrive");
            throw new IOException("The connection is gone.");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length;
            return true;
        }
    }
}
