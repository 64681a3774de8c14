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
        await NoticedAsync();
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
        var timing = Timing.Usual with { ToCutOff = TimeSpan.FromSeconds(3) };
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

    // That nothing is wrong means something only because it would be found.
    private async Task NoticedAsync()
    {
        var checks = new ActionChecks(Node);
        foreach (
            var (what, change) in new[]
            {
                (
                    "went out before T-0",
                    """
                    update store.mt_events set data = jsonb_set(data, '{release,at}', '"2020-01-01T00:00:00+00:00"')
                    where type = 'action-released'
                    """
                ),
                (
                    "went out more than once",
                    """
                    insert into store.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type)
                    select (select max(seq_id) + 1000000 from store.mt_events), gen_random_uuid(), stream_id, version + 1000, data, type,
                        timestamp, tenant_id, mt_dotnet_type
                    from store.mt_events where type = 'action-released' limit 1
                    """
                ),
                (
                    "went out without an order that was held",
                    """
                    update store.mt_events set data = jsonb_set(data, '{effect}', '"Stopped"') where type = 'order-taken'
                    """
                ),
                (
                    "is not marked as late as it was",
                    """
                    update store.mt_events set data = jsonb_set(data, '{release,lateByMs}', '123456') where type = 'action-released'
                    """
                ),
                ("letter not taken once", "delete from store.mt_events where type = 'action-letter-taken'"),
                (
                    "board and file differ",
                    """
                    update store.mt_doc_actionentry set data = jsonb_set(data, '{sheet,stands,0,unreleased}', '"missed"')
                    where tenant_id = 'XA-SMA'
                    """
                ),
            }
        )
        {
            Assert.Contains(
                await checks.FindAfterAsync(change),
                found => found.StartsWith($"action, {what}", StringComparison.Ordinal)
            );
        }
    }
}
