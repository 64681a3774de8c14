using CaseCoordination.DataSharing.Holdings.Questions;
using CaseCoordination.DataSharing.Tests.Api;

namespace CaseCoordination.DataSharing.Tests.Holdings;

/// <summary>Clocks of items in a running service: retention, the time to object, and receipts that do not come.</summary>
public sealed class HoldingClockApiTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
{
    private static readonly object Own = new { purpose = "request-purpose", note = "Read in the case." };

    [Fact]
    public async Task What_may_not_be_kept_any_longer_is_blocked_and_waits_for_the_steward()
    {
        var day = DateOnly.FromDateTime(node.Clock.GetUtcNow().UtcDateTime).AddDays(1);
        using var world = await ItemWorld.OpenAsync(node, conditions: c => c with { KeepUntil = day });
        await world.Holder.DoAsync($"/api/holdings/{world.Item}/uses", Own);
        node.Clock.Advance(TimeSpan.FromDays(3));
        await world.HoldingAsync(world.Holder, world.Item, s => s.State == "expired");
        await world.Holder.RefusedAsync("retention-over", $"/api/holdings/{world.Item}/uses", Own);
        var line = Assert.Single(
            (await world.Steward.PageAsync<HoldingLine>("/api/holdings?state=expired&waiting=true")).Items,
            h => h.Id == world.Item
        );
        Assert.Equal(("XA-SMA", "deletion"), (line.Waits[0].On, line.Waits[0].Awaits));
        await world.Steward.DoAsync($"/api/holdings/{world.Item}/deletion", new { });
        await world.TrailAsync(world.Maker, world.Package, t => t.Items[0].Deletions.Count == 1);
        Assert.Contains(("holding-deleted", "retention-end"), await ItemWorld.CustodyAsync(world.Holder, world.Item));
    }

    [Fact]
    public async Task The_time_to_object_ends_by_the_providers_clock_and_then_the_use_passes()
    {
        using var world = await ItemWorld.OpenAsync(node);
        var use = new { purpose = "other-within-act", note = "Another proceeding." };
        await world.Holder.RefusedAsync("objection-window", $"/api/holdings/{world.Item}/uses", use);
        var notice = await world.Holder.DoAsync(
            $"/api/holdings/{world.Item}/notices",
            new
            {
                kind = "use",
                purpose = "other-within-act",
                reason = "Another proceeding.",
            }
        );
        await world.ConsentAsync(world.Maker, notice.Id, c => c is { WaitsForUs: true, Asked.Mode: "objection" });
        await world.Holder.RefusedAsync("objection-window", $"/api/holdings/{world.Item}/uses", use);
        node.Clock.Advance(TimeSpan.FromDays(20));
        await world.ConsentAsync(world.Holder, notice.Id, c => c.State == "granted");
        await world.HoldingAsync(world.Holder, world.Item, s => s.Permissions[0].Says.Length == 1);
        await world.Holder.DoAsync($"/api/holdings/{world.Item}/uses", use);
    }

    [Fact]
    public async Task Who_does_not_confirm_a_recall_in_time_is_shown_as_a_gap()
    {
        using var world = await ItemWorld.OpenAsync(node);
        await world.Maker.DoAsync($"/api/trails/{world.Package}/recalls", new { reason = "Sent by mistake." });
        node.Clock.Advance(TimeSpan.FromDays(10));
        await Testing.Eventually.HoldsAsync(
            async () =>
                (
                    await System.Net.Http.Json.HttpClientJsonExtensions.GetFromJsonAsync<TrailSheet>(
                        world.Maker.Http,
                        $"/api/trails/{world.Package}"
                    )
                )!
                    .Items[0]
                    .Notices[0]
                    .Recipients[0]
                    .State == "gap",
            "the gap"
        );
        await world.TrailAsync(
            world.Maker,
            world.Package,
            t => t.Items[0].Notices[0].Recipients[0].State == "confirmed"
        );
    }
}
