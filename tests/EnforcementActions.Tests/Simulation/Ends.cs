using System.Collections.Concurrent;
using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Tests.Simulation;

/// <summary>How histories ended, so that a run that never reaches what it is meant to test is noticed.</summary>
internal sealed class Ends
{
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>In how many of a thousand histories each end has to occur at least.</summary>
    private static readonly IReadOnlyDictionary<string, int> Least = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["all released"] = 50,
        ["some released"] = 50,
        ["released late by itself"] = 20,
        ["released by hand"] = 5,
        ["released after a revision"] = 5,
        ["released without one who declined"] = 5,
        ["released after a hold"] = 10,
        ["missed"] = 5,
        ["withheld"] = 5,
        ["stopped by a standstill"] = 30,
        ["abort confirmed by all"] = 10,
        ["abort too late for some"] = 2,
        ["stop too late for some"] = 10,
        ["order after the cut-off"] = 10,
        ["order to one who was not ready"] = 5,
        ["order lost for ever"] = 2,
        ["lapsed"] = 30,
        ["somebody joined late"] = 5,
        ["somebody was dropped"] = 2,
        ["race lost"] = 100,
        ["down at T-0 and released"] = 10,
    };

    public void Count(World world)
    {
        var lead = world.Lead.File;
        var ledgers = world.Ledgers;
        var parts = lead.Plan.Participants.Select(p => world.Nodes[p.Authority]).ToList();
        var released = world.Nodes.Values.Where(n => n.File.Release is not null).ToList();
        var aborted = lead.Order?.Standing == Standing.Aborted;
        Add("all released", released.Count > 1 && released.Count == parts.Count);
        Add("some released", released.Count > 0 && released.Count < parts.Count);
        Add("released late by itself", released.Any(n => n.File.Release is { IsLate: true, ByHand: false }));
        Add("released by hand", released.Any(n => n.File.Release!.ByHand));
        Add("released after a revision", released.Any(n => n.File.Plan.Version > 1));
        Add(
            "released without one who declined",
            released.Count > 0 && parts.Any(n => n.File.OwnReadiness == Readiness.Declined)
        );
        Add(
            "released after a hold",
            released.Any(n => n.Events.OfType<ReadinessDeclared>().Any(e => e.Vote.Readiness == Readiness.Hold))
        );
        Add("missed", ledgers.Values.Any(l => l.IsMissed));
        Add("withheld", ledgers.Values.Any(l => l.IsWithheld));
        Add("stopped by a standstill", ledgers.Values.Any(l => l.IsStopped && !l.IsAborted));
        Add("abort confirmed by all", aborted && ledgers.Values.Count(l => l.IsAborted) >= parts.Count);
        Add("abort too late for some", aborted && lead.Stands.Values.Any(IsTooLate));
        Add("stop too late for some", lead.Stands.Values.Any(IsTooLate));
        Add("order after the cut-off", world.Nodes.Values.Any(n => Took(n, Standing.Armed, OrderEffect.TooLate)));
        Add(
            "order to one who was not ready",
            world.Nodes.Values.Any(n => Took(n, Standing.Armed, OrderEffect.NotReady))
        );
        Add("order lost for ever", lead.Stands.Values.Any(s => s.Receipt?.Effect == OrderEffect.Unconfirmed));
        Add("lapsed", lead.Stage == ActionStage.Lapsed);
        Add("somebody joined late", lead.Plan.Version > 1 && lead.Plan.Participants.Any(p => p.MustJoin));
        Add("somebody was dropped", lead.Stands.Keys.Any(code => !lead.Plan.Names(code)));
        Add("race lost", world.LostRaces > 0);
        Add("down at T-0 and released", released.Any(WasDownAtRelease));
    }

    public IEnumerable<string> Rare(int histories) =>
        Least
            .Where(least => _counts.GetValueOrDefault(least.Key) * 1000L < (long)least.Value * histories)
            .Select(least => $"{_counts.GetValueOrDefault(least.Key)} of {histories} with '{least.Key}'");

    public override string ToString() =>
        string.Join('\n', _counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Value} {c.Key}"));

    private static bool IsTooLate(Stand stand) =>
        stand.Receipt is { Effect: OrderEffect.TooLate, Standing: not Standing.Armed };

    private static bool Took(Node node, Standing standing, OrderEffect effect) =>
        node.Events.OfType<OrderTaken>().Any(e => e.Order.Standing == standing && e.Effect == effect);

    private static bool WasDownAtRelease(Node node)
    {
        var due = node.Clock.When(node.File.Plan.Schedule.ReleaseAt);
        return node.LongestUp(due, due + 1) == 0;
    }

    private void Add(string end, bool isReached)
    {
        if (isReached)
        {
            _counts.AddOrUpdate(end, 1, (_, count) => count + 1);
        }
    }
}
