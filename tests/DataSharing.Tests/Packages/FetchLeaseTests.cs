using CaseCoordination.DataSharing.Packages;
using CaseCoordination.DataSharing.Packages.Retrieval;
using CaseCoordination.DataSharing.Tests.Api;
using CaseCoordination.Platform.Store;
using Microsoft.Extensions.DependencyInjection;

namespace CaseCoordination.DataSharing.Tests.Packages;

/// <summary>Several replicas share the work; none does another's.</summary>
public sealed class FetchLeaseTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
{
    private const string Authority = "XA-SMA";

    private FetchLeases Replica() =>
        new(node.Services.GetRequiredService<AuthoritySessions>(), new PackageSettings(), node.Clock);

    private static string NewItem() => $"{Guid.CreateVersion7():N}/1";

    [Fact]
    public async Task Of_many_replicas_at_once_one_gets_an_item()
    {
        var item = NewItem();
        var taken = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Replica().TryTakeAsync(Authority, item, default))
        );
        Assert.Single(taken, t => t);
    }

    [Fact]
    public async Task The_item_of_a_replica_that_is_gone_goes_to_another()
    {
        var (first, second, item) = (Replica(), Replica(), NewItem());
        Assert.True(await first.TryTakeAsync(Authority, item, default));
        Assert.False(await second.TryTakeAsync(Authority, item, default));
        Assert.Contains(item, await second.NotDueAsync(Authority, default));
        node.Clock.Advance(TimeSpan.FromSeconds(50));
        Assert.True(await first.RenewAsync(Authority, item, default));
        node.Clock.Advance(TimeSpan.FromSeconds(50));
        Assert.False(await second.TryTakeAsync(Authority, item, default));
        node.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.True(await second.TryTakeAsync(Authority, item, default));
        Assert.False(await first.RenewAsync(Authority, item, default));
    }

    [Fact]
    public async Task What_failed_is_tried_later_and_later()
    {
        var (replica, item) = (Replica(), NewItem());
        foreach (var seconds in (int[])[1, 2, 4, 8])
        {
            Assert.True(await replica.TryTakeAsync(Authority, item, default));
            await replica.PostponeAsync(Authority, item, default);
            node.Clock.Advance(TimeSpan.FromSeconds(seconds * 0.5));
            Assert.False(await replica.TryTakeAsync(Authority, item, default));
            node.Clock.Advance(TimeSpan.FromSeconds(seconds * 0.5));
        }

        await replica.DropAsync(Authority, item, default);
        Assert.DoesNotContain(item, await replica.NotDueAsync(Authority, default));
    }

    [Fact]
    public async Task One_authoritys_items_are_not_anothers()
    {
        var item = NewItem();
        Assert.True(await Replica().TryTakeAsync(Authority, item, default));
        Assert.True(await Replica().TryTakeAsync("MSA-FMA", item, default));
    }
}
