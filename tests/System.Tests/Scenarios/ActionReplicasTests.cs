using CaseCoordination.SystemTests.Harness;

namespace CaseCoordination.SystemTests.Scenarios;

/// <summary>Three authorities act at one instant while processes of a node with two replicas die.</summary>
[Collection(OnPairNode.Name)]
public sealed class ActionReplicasTests(PairNode pair) : ActionScenario(pair.Node)
{
    [Fact]
    public async Task A_replica_that_is_dead_across_the_release_leaves_it_to_the_other()
    {
        var action = Assert.Single(await ArmAsync(Timing.Usual, 3600));
        await JointAction.ReachAsync(action.ReleaseAt.AddSeconds(-1));
        await Node.Of(Services.Actions)[0].KillAsync();

        var releases = await ReleasesAsync(action);

        // The dead one is still dead: nobody waited for it.
        Assert.All(releases, r => Assert.False(r.ByHand, $"{r}"));
        await Node.StartAsync(Services.Actions);
        await Agreement.HoldsAsync();
        Assert.Equal(Actors.All.Count, await CountAsync(action));
    }

    [Fact]
    public async Task Killed_while_they_commit_the_release_both_replicas_release_once()
    {
        var action = Assert.Single(await ArmAsync(Timing.Usual, 3600));
        await using (var hold = await CommitHold.OnAsync(Node, Services.Actions, "action-released"))
        {
            await hold.ReachedByAsync(1);
            await Node.KillAsync(Services.Actions);
        }

        await Node.StartAsync(Services.Actions);
        await ReleasesAsync(action);
        await Agreement.HoldsAsync();
        Assert.Equal(Actors.All.Count, await CountAsync(action));
    }

    [Fact]
    public async Task Without_the_border_orders_that_are_held_go_out_and_an_abort_that_cannot_travel_is_shown_as_that()
    {
        var timing = Timing.Usual with { ToCutOff = TimeSpan.FromSeconds(4) };
        var actions = await ArmAsync(timing, 3600, 3600);
        var (kept, called) = (actions[0], actions[1]);
        await Node.KillAsync(Services.Border);
        await Actors.Lead.AbortAsync(called.Id);

        var releases = await ReleasesAsync(kept);
        await Task.WhenAll(
            new[] { Actors.Second, Actors.Third }.Select(d =>
                d.AwaitAsync(called.Id, v => v.Release is not null, "it never heard of the abort")
            )
        );

        Assert.All(releases, r => Assert.False(r.ByHand, $"{r}"));
        var before = (await Actors.Lead.SeeAsync(called.Id))!;
        Assert.Equal("aborted", before.State);
        Assert.Equal("stopped", before.EffectAt(Actors.Lead.Authority));
        Assert.Equal("unconfirmed", before.EffectAt(Actors.Second.Authority));
        Assert.Equal("unconfirmed", before.EffectAt(Actors.Third.Authority));

        await Node.StartAsync(Services.Border);
        await Agreement.HoldsAsync();
        var after = (await Actors.Lead.SeeAsync(called.Id))!;
        Assert.Null(after.Release);
        foreach (var other in new[] { Actors.Second.Authority, Actors.Third.Authority })
        {
            Assert.Equal("released-before", after.EffectAt(other));
            Assert.NotNull(after.StandOf(other)!.Release);
        }

        Assert.Equal(Actors.All.Count, await CountAsync(kept));
        Assert.Equal(Actors.All.Count - 1, await CountAsync(called));
    }
}
