using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Tests.Api;
using CaseCoordination.EnforcementActions.Tests.Board;
using CaseCoordination.EnforcementActions.Timing;
using CaseCoordination.Platform.Store;
using CaseCoordination.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CaseCoordination.EnforcementActions.Tests.Timing;

/// <summary>T-0 on a real store, while the sweeper is kept out.</summary>
public sealed class ReleaseOnTimeTests(EnforcementFixture node) : IClassFixture<EnforcementFixture>
{
    private static readonly string[] All = [Trio.Lead, Trio.Partner, Trio.Other];

    [Fact]
    public async Task Every_file_releases_once_and_never_before_T_0()
    {
        await using var held = await HoldSweeperAsync();
        var trio = Armed();
        await node.StoreAsync(trio);
        foreach (var authority in All)
        {
            var file = await ReleasedAsync(authority, trio.Id);
            Assert.True(file.Release!.At >= file.Plan.Schedule.ReleaseAt);
            Assert.False(file.Release.ByHand);
            Assert.Equal(PassActionClock.By, Assert.Single(await ReleasesAsync(authority, trio.Id)).By);
        }
    }

    [Fact]
    public async Task Many_replicas_that_try_at_once_release_once()
    {
        await using var held = await HoldSweeperAsync();
        var trio = Armed();
        await node.StoreAsync(trio);
        var releaseAt = trio.File(Trio.Partner).Plan.Schedule.ReleaseAt;
        var file = new ArmedFile(Trio.Partner, trio.Id, releaseAt);
        var release = node.Services.GetRequiredService<ReleaseFile>();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => release.RunAsync(file, CancellationToken.None)));
        Assert.Single(await ReleasesAsync(Trio.Partner, trio.Id));
    }

    [Fact]
    public async Task What_was_let_go_before_T_0_does_not_go_out()
    {
        await using var held = await HoldSweeperAsync();
        var trio = Armed();
        await node.StoreAsync(trio);
        await node.DecideAsync(
            Trio.Partner,
            trio.Id,
            (f, turn) => Orders.Tell(f, [new MeasuresWithheld("An error in the order.", turn.By, turn.Now)], turn)
        );
        await ReleasedAsync(Trio.Lead, trio.Id);
        var release = node.Services.GetRequiredService<ReleaseFile>();
        var releaseAt = trio.File(Trio.Partner).Plan.Schedule.ReleaseAt;
        await release.RunAsync(new(Trio.Partner, trio.Id, releaseAt), CancellationToken.None);
        Assert.Empty(await ReleasesAsync(Trio.Partner, trio.Id));
    }

    [Fact]
    public async Task An_armed_file_is_told_how_good_its_clock_is_before_T_0()
    {
        var trio = new Trio(node.Clock.GetUtcNow(), Guid.CreateVersion7()).Draft().Propose().Carry().AllReady();
        await node.StoreAsync(trio);
        var file = await Eventually.GetAsync(
            () => node.FileAsync(Trio.Partner, trio.Id),
            f => f.ClockCheckedFor == f.Held,
            "the clock to be kept"
        );
        Assert.NotEqual(Trio.GoodClock, file.Clock);
        Assert.True(file.WillRelease);
    }

    // T-0 is some seconds ahead when this is stored; everything before it happened in time.
    private Trio Armed() =>
        new Trio(node.Clock.GetUtcNow().AddHours(-3).AddSeconds(4), Guid.CreateVersion7())
            .Draft()
            .Propose()
            .Carry()
            .AllReady();

    private Task<CoordinatedAction> ReleasedAsync(string authority, Guid id) =>
        Eventually.GetAsync(() => node.FileAsync(authority, id), f => f.Release is not null, "the release");

    private async Task<IReadOnlyList<ActionReleased>> ReleasesAsync(string authority, Guid id)
    {
        await using var session = node.Services.GetRequiredService<AuthoritySessions>().Open(authority, "test");
        var events = await session.Documents.Events.FetchStreamAsync(id);
        return [.. events.Select(e => e.Data).OfType<ActionReleased>()];
    }

    // The sweeper works only while it has this lock.
    private async Task<NpgsqlConnection> HoldSweeperAsync()
    {
        var connection = await node.Node.ConnectAsync("enforcement-actions");
        await using var hold = new NpgsqlCommand("select pg_advisory_lock(x'43437377656570'::bigint)", connection);
        await hold.ExecuteNonQueryAsync();
        return connection;
    }
}
