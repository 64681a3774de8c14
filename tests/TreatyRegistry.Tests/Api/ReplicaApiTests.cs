using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;
using CaseCoordination.Testing;
using CaseCoordination.TreatyRegistry.Tests.Replica;
using Microsoft.Extensions.DependencyInjection;
using static CaseCoordination.TreatyRegistry.Tests.Api.RegistryFixture;

namespace CaseCoordination.TreatyRegistry.Tests.Api;

public sealed class ReplicaApiTests(EmptyRegistry node) : IClassFixture<EmptyRegistry>
{
    [Fact]
    public async Task Announcements_doubled_and_out_of_order_end_in_the_latest_of_everything()
    {
        var random = new Random(20260302);
        var order = Announced.All.Concat(Announced.All).ToArray();
        random.Shuffle(order);
        foreach (var announcement in order)
        {
            await SayAsync(announcement);
        }

        await Eventually.HoldsAsync(
            async () => (await ReportAsync()) is (2, 3, 3) && await IsLatestAsync(),
            "the copy to hold the latest of everything"
        );

        using var cache = new LawBookCache(node.Services.GetRequiredService<AuthoritySessions>());
        var snapshot = await cache.SnapshotAsync(default);
        var book = snapshot.BookOn(new DateOnly(2026, 7, 1));
        Assert.Equal("Third name", book.Authority("XA-SMA")?.Name);
        Assert.Equal("Corrected", book.Instrument("test-mou")?.Title);
        Assert.Equal("Old", snapshot.BookOn(new DateOnly(2026, 5, 31)).Instrument("test-mou")?.Title);
        Assert.Equal("suspended", book.MembershipOf("XA-SMA", "test-mou")?.Participation.Status);
        Assert.Same(snapshot, await cache.SnapshotAsync(default));
        Assert.Same(book, await cache.BookAsync(new DateOnly(2026, 8, 1), default));

        await ChangeElsewhereAsync(cache, snapshot);
    }

    [Fact]
    public async Task What_cannot_be_read_is_parked_and_not_lost()
    {
        await SayAsync(Announced.Party("XB-DAC", "broken-mou", 1, "full") with { From = "2026-02-30" });

        await Eventually.HoldsAsync(
            async () =>
                await node.Node.SqlAsync(
                    "treaty-registry",
                    "select count(*) from store.mt_doc_parkedmessage where data ->> 'reason' = 'InvalidDataException'"
                )
                    is 1L,
            "the message to be parked"
        );
    }

    // The cache under test consumes nothing itself: whatever it learns came through the stamp, as from another replica.
    private async Task ChangeElsewhereAsync(LawBookCache cache, RegistrySnapshot before)
    {
        await SayAsync(Announced.Authority("XC-FSC", 1, "Newcomer"));

        var after = await Eventually.GetAsync(
            () => cache.SnapshotAsync(default),
            s => s.BookOn(Samples.Today).Authority("XC-FSC") is not null,
            "the cache to see the newcomer"
        );
        Assert.NotSame(before, after);
        Assert.Null(before.BookOn(Samples.Today).Authority("XC-FSC"));
    }

    private async Task<(int, int, int)> ReportAsync()
    {
        var held = await GetAsync(node.Operator, "/api/operations/replica");
        return (
            held.GetProperty("authorities").GetArrayLength(),
            held.GetProperty("instruments").GetArrayLength(),
            held.GetProperty("participations").GetArrayLength()
        );
    }

    private async Task<bool> IsLatestAsync()
    {
        await using var session = node.Services.GetRequiredService<AuthoritySessions>().Open("XA-SMA", "test");
        var name = await session.Documents.LoadAsync<AuthorityReplica>("XA-SMA");
        var terms = await session.Documents.LoadAsync<InstrumentReplica>("test-mou@2026-06-01");
        var party = await session.Documents.LoadAsync<ParticipationReplica>("XA-SMA@test-mou");
        return (name?.Revision, terms?.Revision, party?.Revision) == (4, 6, 5);
    }

    private Task SayAsync(object announcement) =>
        announcement switch
        {
            AuthorityRegistered m => node.Bus.SayAsync(m, Announcement.Everyone),
            InstrumentPublished m => node.Bus.SayAsync(m, Announcement.Everyone),
            ParticipationRecorded m => node.Bus.SayAsync(m, Announcement.Everyone),
            _ => throw new InvalidOperationException(),
        };
}
