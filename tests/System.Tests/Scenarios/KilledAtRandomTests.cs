using CaseCoordination.SystemTests.Harness;

namespace CaseCoordination.SystemTests.Scenarios;

/// <summary>Processes killed at any moment, and one that stands still while it holds the announcer's role.</summary>
[Collection(OnPairNode.Name)]
public sealed class KilledAtRandomTests(PairNode pair) : SystemTest(pair.Node)
{
    private const int Kills = 12;

    [Fact]
    public async Task Services_killed_again_and_again_under_load_lose_and_double_nothing()
    {
        var random = Seeded();
        var load = new Load(Cast, random, atOnce: 4);

        await load.DuringAsync(() => KillAsync(new Random(random.Next())), atLeast: 8);

        await Agreement.HoldsAsync();
    }

    [Fact]
    public async Task A_frozen_announcer_holds_letters_up_and_loses_none()
    {
        var load = new Load(Cast, Seeded(), atOnce: 3);

        await load.DuringAsync(
            async () =>
            {
                var announcer = await AnnouncerAsync();
                await announcer.FreezeAsync();
                await Task.Delay(TimeSpan.FromSeconds(20));
                await announcer.ThawAsync();
            },
            atLeast: 4
        );

        await Agreement.HoldsAsync();
    }

    // Sometimes one replica, sometimes a second one while the first is still coming up.
    private async Task KillAsync(Random random)
    {
        var victims = Node.All.Where(r => r != Node.Issuer).ToList();
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(50, 1500)));
            var victim = victims[random.Next(victims.Count)];
            await victim.KillAsync();
            victim.Start();
            if (random.Next(2) == 0)
            {
                await victim.ReadyAsync();
            }
        }

        await Task.WhenAll(victims.Select(v => v.ReadyAsync()));
    }

    // Who announces holds a lock in the database for as long; the sweeper's lock comes and goes.
    private async Task<Replica> AnnouncerAsync()
    {
        const string Sweeper = "(classid::bigint << 32 | objid::bigint) <> x'43437377656570'::bigint";
        var name = await Node.SqlAsync(
            Services.Intake,
            $"""
            select a.application_name from pg_locks l join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.granted and {Sweeper}
                and l.database = (select oid from pg_database where datname = current_database()) limit 1
            """
        );
        return Node.Of(Services.Intake).Single(r => r.Name == name);
    }
}
