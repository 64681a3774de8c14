using CaseCoordination.DataSharing.Holdings;
using CaseCoordination.DataSharing.Notifications;
using CaseCoordination.DataSharing.Tests.Api;
using CaseCoordination.DataSharing.Tests.Holdings;
using CaseCoordination.DataSharing.Tests.Packages;
using CaseCoordination.DataSharing.Tests.Records;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Notifications;

/// <summary>Packages, holdings, consents, notices and records are told of in the feed, to those who may know them.</summary>
public sealed class ThingsInFeedTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
{
    private static readonly string[] Arriving = ["market-abuse"];

    private RequestClient Of(string authority, string[] groups, params string[] roles) =>
        new(node.As(authority, $"{authority}-reader", roles.Length == 0 ? [Roles.Officer] : roles, groups));

    [Fact]
    public async Task A_package_is_told_of_on_both_sides_and_so_is_what_is_held_of_it()
    {
        await node.TeachAsync();
        using var sender = new PackageClient(Of("MSA-FMA", Arriving));
        using var approver = new PackageClient(new(node.As("MSA-FMA", "approver", [Roles.Approver], Arriving)));
        using var recipient = Of("XA-SMA", Arriving);
        var id = await sender.PrepareUnaskedAsync();
        await sender.AddAsync(id, PackageClient.Plain(2), "ab");
        using (var approved = await approver.ApproveAsync(id))
        {
            Assert.True(approved.IsSuccessStatusCode, await approved.Content.ReadAsStringAsync());
        }

        await sender.ReleaseAsync(id);
        var here = await ToldAsync(recipient, id, "package.received", "package.retrieved");
        Assert.All(here, e => Assert.Equal(("recipient", "MSA-FMA"), (e.Side, e.Partner)));
        var held = Assert.Single(await ToldAsync(recipient, HoldingIds.Of(id, 1, "XA-SMA"), "holding.opened"));
        Assert.Equal(("holder", "MSA-FMA", "held"), (held.Side, held.Partner, held.State));
        var there = await ToldAsync(
            sender.Requests,
            id,
            "package.prepared",
            "package.approved",
            "package.released",
            "package.retrieved"
        );
        Assert.All(there, e => Assert.Equal(("sender", "XA-SMA", "retrieved"), (e.Side, e.Partner, e.State)));
        using var other = Of("MSA-FMA", ["others"], Roles.System);
        await NothingAsync(other, id);
    }

    [Fact]
    public async Task What_happens_to_an_item_and_what_is_asked_about_it_is_told()
    {
        using var world = await ItemWorld.OpenAsync(node);
        await world.PassOnAsync();
        var consent = (
            await world.Third.DoAsync(
                $"/api/holdings/{world.Onward}/consents",
                new
                {
                    kind = "use",
                    purpose = "tax",
                    reason = "Whispered.",
                }
            )
        ).Id;
        await world.ConsentAsync(world.Holder, consent, c => c.WaitsForUs);
        await world.Holder.DoAsync($"/api/consents/{consent}/grant", new { reason = "Agreed." });
        var asked = await ToldAsync(world.Holder, consent, "consent.received", "consent.answered");
        Assert.All(asked, e => Assert.Equal(("asked", "XB-DAC", ""), (e.Side, e.Partner, e.Reference)));
        await world.ConsentAsync(world.Third, consent, c => c.Says.Count == 1);
        Assert.Single(await ToldAsync(world.Third, consent, "consent.answered"));

        await world.Maker.DoAsync(
            $"/api/trails/{world.Package}/corrections",
            new { text = "The second is another's." }
        );
        await world.HoldingAsync(world.Holder, world.Item, h => h.Notices.Count == 1);
        await world.Maker.DoAsync($"/api/trails/{world.Package}/recalls", new { reason = "Sent by mistake." });
        await world.HoldingAsync(world.Holder, world.Item, h => h.State == "recalled");
        await world.Steward.DoAsync($"/api/holdings/{world.Item}/deletion", new { });
        var held = await ToldAsync(
            world.Holder,
            world.Item,
            "holding.opened",
            "holding.corrected",
            "holding.recalled",
            "holding.deleted"
        );
        Assert.All(held, e => Assert.Equal("deleted", e.State));
        using var other = Of("XA-SMA", ["others"], Roles.System);
        await NothingAsync(other, world.Item);
        await NothingAsync(other, consent);
        using var stranger = Of("MSB-KNA", ItemWorld.Groups, Roles.System, Roles.Auditor);
        await NothingAsync(stranger, world.Item);
    }

    [Fact]
    public async Task A_notice_is_told_of_on_both_sides()
    {
        await node.TeachAsync();
        using var sender = Of("XA-SMA", Arriving);
        using var recipient = Of("MSA-FMA", Arriving);
        var id = (await sender.DoAsync("/api/notices", new { content = TwoReadersTests.Notice("No licence") })).Id;
        await sender.DoAsync($"/api/notices/{id}/offer", new { });
        await ToldAsync(recipient, id, "notice.received", "notice.checked", "notice.checked");
        await recipient.DoAsync($"/api/notices/{id}/acknowledgement", new { comment = "Known." });
        await ToldAsync(sender, id, "notice.offered", "notice.acknowledged");
        await sender.DoAsync($"/api/notices/{id}/withdrawal", new { reason = "On appeal." });
        var own = await ToldAsync(sender, id, "notice.offered", "notice.acknowledged", "notice.withdrawn");
        Assert.All(own, e => Assert.Equal(("sender", "", "withdrawn"), (e.Side, e.Partner, e.State)));
        var theirs = await Eventually.GetAsync(
            () => OfThingAsync(recipient, id),
            found => found.Any(e => e.Type == "notice.withdrawn"),
            "the withdrawal"
        );
        Assert.All(theirs, e => Assert.Equal(("recipient", "XA-SMA"), (e.Side, e.Partner)));
        using var other = Of("XA-SMA", ["others"], Roles.System);
        await NothingAsync(other, id);
    }

    [Fact]
    public async Task Batches_of_records_are_told_to_those_who_may_see_batches()
    {
        await node.TeachAsync();
        using var steward = Of("XA-SMA", [], Roles.DataSteward);
        using var records = new RecordClient(steward.Http);
        var answer = await records.IngestAsync(
            "trades",
            "executed_at,venue,trade_id,price,quantity\n2026-03-02T12:00:00Z,Delta,T-1,1.5,2\n"
        );
        var batch = (Guid)answer["id"]!;
        await steward.DoAsync($"/api/record-batches/{batch}/withdrawal", new { reason = "Twice." });
        var told = await ToldAsync(steward, batch, "batch.ingested", "batch.withdrawn");
        Assert.All(
            told,
            e => Assert.Equal(("trades", "withdrawn", "holder", ""), (e.Reference, e.State, e.Side, e.Partner))
        );
        using var officer = Of("XA-SMA", Arriving);
        await NothingAsync(officer, batch);
        using var stranger = Of("MSA-FMA", [], Roles.DataSteward);
        await NothingAsync(stranger, batch);
    }

    private async Task<IReadOnlyList<FeedEntry>> OfThingAsync(RequestClient client, Guid id)
    {
        await node.CarryAsync();
        return [.. (await client.EventsAsync("limit=500")).Items.Where(e => e.Subject == id)];
    }

    /// <summary>These and no others, in this order.</summary>
    private async Task<IReadOnlyList<FeedEntry>> ToldAsync(RequestClient client, Guid id, params string[] types)
    {
        var found = await Eventually.GetAsync(
            () => OfThingAsync(client, id),
            found => found.Count >= types.Length,
            string.Join(", ", types)
        );
        Assert.Equal(types, found.Select(e => e.Type));
        return found;
    }

    private async Task NothingAsync(RequestClient client, Guid id) => Assert.Empty(await OfThingAsync(client, id));
}
