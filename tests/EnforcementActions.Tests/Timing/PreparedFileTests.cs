using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Tests.Api;
using CaseCoordination.EnforcementActions.Tests.Board;
using CaseCoordination.EnforcementActions.Timing;
using CaseCoordination.Platform.Store;
using Microsoft.Extensions.DependencyInjection;

namespace CaseCoordination.EnforcementActions.Tests.Timing;

/// <summary>A file that was read before T-0, and what was written between that and T-0.</summary>
public sealed class PreparedFileTests(EnforcementFixture node) : IClassFixture<EnforcementFixture>
{
    private static readonly string[] All = [Trio.Lead, Trio.Partner, Trio.Other];

    [Theory]
    [InlineData("hold")]
    [InlineData("abort")]
    [InlineData("withheld")]
    public async Task What_stops_a_file_after_it_was_read_wins(string what)
    {
        var trio = Proposed().AllReady();
        await node.StoreAsync(trio);
        var read = await ReadAsync(trio);
        Assert.True(read.State.WillRelease);
        await ThenAsync(trio, t => Stop(t, what));
        ReachRelease(trio);
        Assert.True(await ReleaseAsync(trio, read));
        var file = await node.FileAsync(Trio.Partner, trio.Id);
        Assert.Null(file.Release);
        Assert.False(file.WillRelease);
    }

    [Fact]
    public async Task A_file_that_is_armed_after_it_was_read_goes_out()
    {
        var trio = Proposed();
        await node.StoreAsync(trio);
        var read = await ReadAsync(trio);
        Assert.False(read.State.WillRelease);
        await ThenAsync(trio, t => t.AllReady());
        ReachRelease(trio);
        Assert.True(await ReleaseAsync(trio, read));
        Assert.NotNull((await node.FileAsync(Trio.Partner, trio.Id)).Release);
    }

    [Fact]
    public async Task A_file_that_was_read_does_not_go_out_before_T_0()
    {
        var trio = Proposed().AllReady();
        await node.StoreAsync(trio);
        Assert.False(await ReleaseAsync(trio, await ReadAsync(trio)));
        Assert.Null((await node.FileAsync(Trio.Partner, trio.Id)).Release);
    }

    [Fact]
    public async Task After_T_0_nothing_is_read_beforehand()
    {
        var trio = Proposed().AllReady();
        await node.StoreAsync(trio);
        ReachRelease(trio);
        var prepared = node.Services.GetRequiredService<PreparedFile>();
        Assert.Null(await prepared.ReadAsync(Due(trio), CancellationToken.None));
    }

    private Trio Proposed() => new Trio(node.Clock.GetUtcNow(), Guid.CreateVersion7()).Draft().Propose().Carry();

    private static Trio Stop(Trio trio, string what)
    {
        switch (what)
        {
            case "hold":
                return trio.Vote(Trio.Partner, Readiness.Hold).Carry();
            case "abort":
                return trio.Abort().Carry();
            default:
                trio.Now = trio.File(Trio.Partner).Plan.Schedule.CutOff.AddMinutes(1);
                return trio.Act(
                    Trio.Partner,
                    (f, t) => WithholdMeasures.Decide(f, new WithholdMeasures("A judge asks."), t)
                );
        }
    }

    private static ArmedFile Due(Trio trio) =>
        new(Trio.Partner, trio.Id, trio.File(Trio.Partner).Plan.Schedule.ReleaseAt);

    private async Task<(CoordinatedAction State, long Version)> ReadAsync(Trio trio)
    {
        var prepared = node.Services.GetRequiredService<PreparedFile>();
        return (await prepared.ReadAsync(Due(trio), CancellationToken.None))!.Value;
    }

    // Stores what happens now, after what is stored already.
    private async Task ThenAsync(Trio trio, Func<Trio, Trio> happens)
    {
        var stored = All.ToDictionary(a => a, a => trio.Events(a).Count, StringComparer.Ordinal);
        happens(trio);
        foreach (var authority in All.Where(a => trio.Events(a).Count > stored[a]))
        {
            await node.DecideAsync(
                authority,
                trio.Id,
                (_, _) => trio.Events(authority).Skip(stored[authority]).ToArray()
            );
        }
    }

    private void ReachRelease(Trio trio) => node.Clock.Advance(Due(trio).ReleaseAt - node.Clock.GetUtcNow());

    private Task<bool> ReleaseAsync(Trio trio, (CoordinatedAction, long) read) =>
        node.Services.GetRequiredService<ReleaseFile>().TryAsync(Due(trio), read, CancellationToken.None);
}
