using CaseCoordination.SystemTests.Harness;

namespace CaseCoordination.SystemTests.Scenarios;

/// <summary>Three authorities act at one instant while what they have only one of is away.</summary>
[Collection(OnLoneNode.Name)]
public sealed class ActionOutagesTests(LoneNode lone) : ActionScenario(lone.Node)
{
    [Fact]
    public async Task Down_across_the_release_a_service_releases_late_within_the_window_misses_it_after_and_keeps_an_abort()
    {
        var timing = Timing.Usual with { ToCutOff = TimeSpan.FromSeconds(3), ToRelease = TimeSpan.FromSeconds(4) };
        var actions = await ArmAsync(timing, 3600, 1, 3600);
        var (late, missed, aborted) = (actions[0], actions[1], actions[2]);
        await Actors.Lead.AbortAsync(aborted.Id);
        await Actors.Lead.AwaitAsync(
            aborted.Id,
            v => Actors.All.All(d => v.EffectAt(d.Authority) == "stopped"),
            "all have confirmed the abort"
        );
        await Node.KillAsync(Services.Actions);
        Assert.True(TimeProvider.System.GetUtcNow() < late.ReleaseAt, "The service was killed too late.");
        await JointAction.ReachAsync(missed.WindowEnd.AddMilliseconds(200));

        await Node.StartAsync(Services.Actions);
        var releases = await ReleasesAsync(late);
        await Actors.AwaitAsync(missed.Id, v => v.State == "missed", "its window has passed");
        Assert.All(releases, r => Assert.True(r is { IsLate: true, ByHand: false, LateByMs: > 1000 }, $"{r}"));
        await Agreement.HoldsAsync();
        Assert.Equal(Actors.All.Count, await CountAsync(late));
        Assert.Equal((0, Actors.All.Count), (await CountAsync(missed), await CountAsync(missed, "release-missed")));
        Assert.Equal(0, await CountAsync(aborted));

        await Actors.Second.ReleaseByHandAsync(missed.Id);
        var byHand = (await Actors.Second.SeeAsync(missed.Id))!.Release;
        Assert.True(byHand is { IsLate: true, ByHand: true }, $"{byHand}");
        await Agreement.HoldsAsync();
        Assert.Equal(1, await CountAsync(missed));
    }

    [Fact]
    public async Task Without_the_broker_everybody_releases_and_hears_of_the_others_later()
    {
        var timing = Timing.Usual with { ToRelease = TimeSpan.FromSeconds(5) };
        var action = Assert.Single(await ArmAsync(timing, 3600));
        IReadOnlyList<ActionRelease> releases;
        await lone.Servers.KillAsync(OwnServers.Broker);
        try
        {
            Assert.True(TimeProvider.System.GetUtcNow() < action.ReleaseAt, "The broker was stopped too late.");
            releases = await ReleasesAsync(action);
            var seen = (await Actors.Lead.SeeAsync(action.Id))!;
            Assert.Null(seen.StandOf(Actors.Second.Authority)!.Release);
        }
        finally
        {
            await lone.Servers.StartAsync(OwnServers.Broker);
        }

        Assert.All(releases, r => Assert.False(r.ByHand, $"{r}"));
        await Agreement.HoldsAsync();
        var boards = await Actors.SeeAsync(action.Id);
        Assert.All(boards, b => Assert.All(b.Stands, s => Assert.NotNull(s.Release)));
        Assert.Equal(Actors.All.Count, await CountAsync(action));
    }

    [Fact]
    public async Task With_the_database_gone_across_the_release_everybody_releases_once_it_is_back()
    {
        var timing = Timing.Usual with { ToRelease = TimeSpan.FromSeconds(5) };
        var action = Assert.Single(await ArmAsync(timing, 3600));
        await JointAction.ReachAsync(action.CutOff);
        await lone.Servers.KillAsync(OwnServers.Database);
        try
        {
            Assert.True(TimeProvider.System.GetUtcNow() < action.ReleaseAt, "The database was killed too late.");
            await JointAction.ReachAsync(action.ReleaseAt.AddSeconds(2));
        }
        finally
        {
            await lone.Servers.StartAsync(OwnServers.Database);
        }

        var releases = await ReleasesAsync(action);

        Assert.All(releases, r => Assert.True(r is { IsLate: true, ByHand: false }, $"{r}"));
        await Agreement.HoldsAsync();
        Assert.Equal(Actors.All.Count, await CountAsync(action));
    }
}
