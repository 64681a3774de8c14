using System.Security.Cryptography;
using System.Text;
using CaseCoordination.Client;
using CaseCoordination.DataSharing.Holdings;
using CaseCoordination.DataSharing.Tests.Api;
using CaseCoordination.DataSharing.Tests.Holdings;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Client;

/// <summary>An agency's system moves data and notices with the typed client alone.</summary>
public sealed class DataClientTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
{
    private const string Head = "executed_at,venue,trade_id,price,quantity\n";
    private const string Good = "2026-03-02T12:00:00Z,Delta,T-1,1.5,2\n";
    private const string Bad = "2026-03-02T12:00:00Z,Delta,T-2,free,2\n";

    private CooperationClient Of(string authority, params string[] roles) =>
        new(
            node.As(
                authority,
                $"{authority}-system",
                roles.Length == 0 ? [Roles.System, Roles.Officer] : roles,
                ["market-abuse"]
            )
        );

    [Fact]
    public async Task Records_are_taken_in_found_and_withdrawn()
    {
        using var steward = Of("MSA-FMA", Roles.DataSteward);
        var taken = await steward.Records.IngestAsync(
            "trades",
            FileOf(Head + Good + Bad),
            "text/csv",
            "Mail of Monday",
            keepGood: true
        );
        Assert.Equal((2, 1, "price"), (taken.Read, taken.Kept, Assert.Single(taken.Errors).Field));
        var batch = (await steward.Records.FindBatchAsync(taken.Id))!;
        Assert.Equal(("ingested", "Mail of Monday"), (batch.State, batch.Source));
        var found = await ListAsync(
            steward.Records.QueryAsync("trades", new() { Venue = "Delta", From = "2026-03-02" })
        );
        Assert.Equal("T-1", Assert.Single(found).GetProperty("tradeId").GetString());

        var refused = await Assert.ThrowsAsync<ApiProblemException>(() =>
            steward.Records.IngestAsync("trades", FileOf(Head + Bad), "text/csv")
        );
        Assert.Equal((422, "records-rejected"), (refused.Status, refused.Code));
        await steward.Records.WithdrawBatchAsync(taken.Id, "Sent twice.");
        Assert.Empty(await ListAsync(steward.Records.QueryAsync("trades")));
        Assert.Equal("withdrawn", (await steward.Records.FindBatchAsync(taken.Id))!.State);
    }

    [Fact]
    public async Task A_package_goes_up_in_ranges_and_comes_down_checked_and_is_held_and_used()
    {
        await node.TeachAsync();
        using var sender = Of("MSA-FMA");
        using var recipient = Of("XA-SMA");
        var content = RandomNumberGenerator.GetBytes(100_000);
        var (id, number) = await AddAsync(sender, content);
        using var source = new MemoryStream(content);

        // An upload that was broken off in the midst of a range.
        using (var http = node.As("MSA-FMA", "MSA-FMA-system", [Roles.System], ["market-abuse"]))
        {
            using var part = new ByteArrayContent(content, 0, 25_000);
            part.Headers.ContentType = new("application/octet-stream");
            part.Headers.ContentRange = new(0, 24_999, content.Length);
            using var begun = await http.PutAsync(
                new Uri($"/api/packages/{id}/items/{number}/content", UriKind.Relative),
                part
            );
            Assert.Equal(202, (int)begun.StatusCode);
        }

        var progress = await sender.Packages.UploadAsync(id, number, source, rangeSize: 30_000);
        Assert.Equal((100_000, Convert.ToHexStringLower(SHA256.HashData(content))), (progress.Offset, progress.Sha256));
        Assert.Equal(progress, await sender.Packages.UploadAsync(id, number, source));
        await sender.Packages.ReleaseAsync(id);
        var arrived = await Eventually.GetAsync(
            async () =>
            {
                await node.CarryAsync();
                return await recipient.Packages.FindAsync(id);
            },
            p => p?.State == "retrieved",
            "the package"
        );
        Assert.Equal(("recipient", "MSA-FMA"), (arrived!.Side, arrived.Partner));

        using var whole = new MemoryStream();
        await recipient.Packages.DownloadAsync(id, number, whole);
        Assert.Equal(content, whole.ToArray());
        using var resumed = new MemoryStream();
        await resumed.WriteAsync(content.AsMemory(0, 60_000));
        await recipient.Packages.DownloadAsync(id, number, resumed);
        Assert.Equal(content, resumed.ToArray());
        using var other = new MemoryStream();
        await other.WriteAsync(new byte[10]);
        await Assert.ThrowsAsync<InvalidDataException>(() => recipient.Packages.DownloadAsync(id, number, other));
        Assert.Equal(0, other.Length);

        var held = Assert.Single(await ListAsync(recipient.Holdings.ListAsync(new() { Package = id, State = "held" })));
        Assert.Equal(HoldingIds.Of(id, number, "XA-SMA"), held.Id);
        var holding = (await recipient.Holdings.FindAsync(held.Id))!;
        Assert.Equal((progress.Sha256, "MSA-FMA"), (holding.Item.Sha256, holding.Item.Originator));
        var refused = await Assert.ThrowsAsync<ApiProblemException>(() =>
            recipient.Holdings.UseAsync(held.Id, "request-purpose", "Nobody had asked for it.")
        );
        Assert.Equal("consent-needed", refused.Code);
        Assert.Null(await sender.Holdings.FindAsync(held.Id));
    }

    [Fact]
    public async Task A_use_is_recorded_once()
    {
        using var world = await ItemWorld.OpenAsync(node);
        using var holder = new CooperationClient(node.As("XA-SMA", "holder", [Roles.Officer], ItemWorld.Groups));
        var used = await holder.Holdings.UseAsync(world.Item, "request-purpose", "Read.", key: "used");
        Assert.Equal(used, await holder.Holdings.UseAsync(world.Item, "request-purpose", "Read.", key: "used"));
    }

    [Fact]
    public async Task What_is_not_as_announced_is_refused_at_once_and_so_is_what_is_not_there()
    {
        await node.TeachAsync();
        using var sender = Of("MSA-FMA");
        var (id, number) = await AddAsync(sender, new byte[10], Convert.ToHexStringLower(SHA256.HashData("other"u8)));
        using var content = new MemoryStream(new byte[10]);
        var refused = await Assert.ThrowsAsync<ApiProblemException>(() =>
            sender.Packages.UploadAsync(id, number, content)
        );
        Assert.Equal("content-hash-differs", refused.Code);
        var missing = await Assert.ThrowsAsync<ApiProblemException>(() =>
            sender.Packages.DownloadAsync(id, number + 1, content)
        );
        Assert.Equal(404, missing.Status);
        Assert.Null(await sender.Packages.FindAsync(Guid.CreateVersion7()));
    }

    [Fact]
    public async Task A_notice_is_drafted_offered_acknowledged_and_withdrawn()
    {
        await node.TeachAsync();
        using var sender = Of("XA-SMA");
        using var partner = Of("MSA-FMA");
        var id = (
            await sender.Notices.DraftAsync(
                new NoticeContent
                {
                    Kind = "licence-refused",
                    Title = "No licence for Delta",
                    Text = "Its owners could not be established.",
                    Matter = new("manipulation", "derivatives"),
                    Subjects = [new("entity", "Delta", [new("lei", "529900T8BM49AURSDO55")])],
                    Effective = "2026-03-01",
                }
            )
        ).Id;
        await sender.Notices.OfferAsync(id, ["MSA-FMA"]);
        var here = await NoticeAsync(partner, id, n => n.State == "received");
        Assert.Equal(("XA-SMA", "No licence for Delta"), (here.From, here.Content!.Title));
        await partner.Notices.AcknowledgeAsync(id, "Known here.");
        var there = await NoticeAsync(sender, id, n => n.Recipients.Any(r => r.AcknowledgedAt is not null));
        Assert.Equal(("MSA-FMA", "Known here."), (there.Recipients[0].Authority, there.Recipients[0].Comment));
        await sender.Notices.WithdrawAsync(id, "Licensed on appeal.");
        await NoticeAsync(partner, id, n => n.State == "withdrawn");
        var listed = await ListAsync(sender.Notices.ListAsync(new() { State = "withdrawn", Kind = "licence-refused" }));
        Assert.Contains(listed, n => n.Id == id);
    }

    private static async Task<(Guid Package, int Number)> AddAsync(
        CooperationClient sender,
        byte[] content,
        string? sha256 = null
    )
    {
        var id = (
            await sender.Packages.PrepareAsync(
                new NewPackage
                {
                    Title = "Unasked",
                    Recipients = ["XA-SMA"],
                    Occasion = new(
                        [new("manipulation", "derivatives", "yes", "2025-01-01", "2025-06-30")],
                        ["info.files"]
                    ),
                }
            )
        ).Id;
        await sender.Packages.AddItemAsync(
            id,
            new NewItem
            {
                Name = "accounts.bin",
                MediaType = "application/octet-stream",
                Size = content.Length,
                Category = "document",
                Tlp = "GREEN",
                Handling = "H0",
                Sha256 = sha256,
            }
        );
        return (id, (await sender.Packages.FindAsync(id))!.Items[^1].Number);
    }

    private async Task<NoticeFile> NoticeAsync(CooperationClient client, Guid id, Func<NoticeFile, bool> holds) =>
        (
            await Eventually.GetAsync(
                async () =>
                {
                    await node.CarryAsync();
                    return await client.Notices.FindAsync(id);
                },
                n => n is not null && holds(n),
                "the notice"
            )
        )!;

    private static MemoryStream FileOf(string text) => new(Encoding.UTF8.GetBytes(text));

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> lines) => await lines.ToListAsync();
}
