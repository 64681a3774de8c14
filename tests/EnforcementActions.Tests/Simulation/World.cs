using System.Text.Json;
using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Inbound;
using CaseCoordination.Platform.Deadlines;

namespace CaseCoordination.EnforcementActions.Tests.Simulation;

/// <summary>
/// One history: some authorities, their clocks, the network between them, processes that come and go, and people who act at the
/// worst moments. Everything that happens follows from the seed.
/// </summary>
internal sealed class World
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    public static readonly Guid ActionId = Guid.Parse("019cae00-0000-7000-8000-000000000500");

    /// <summary>A process that is up for so long has acted on what is due: the look at the clocks and a slow commit.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private const int MostEvents = 6_000;
    private static readonly TimeSpan ActsUntil = TimeSpan.FromMinutes(40);
    private static readonly TimeSpan Horizon = TimeSpan.FromMinutes(90);

    private readonly PriorityQueue<Action, (long At, int Order)> _queue = new();
    private readonly Rules _rules;
    private readonly Network _network;
    private readonly Judge _judge;
    private readonly List<(Node Node, ReceivedLetter Letter)> _waiting = [];
    private long _now;

    public World(int seed, Rules rules)
    {
        (_rules, Random) = (rules, new Random(seed));
        var codes = ((string[])["XA-SMA", "MSA-FMA", "XB-DAC", "MSB-KNA", "XC-FSB"])[..Random.Next(3, 6)];
        foreach (var code in codes)
        {
            Nodes.Add(code, new Node(code, NewClock(), rules));
        }

        _network = new Network(Random, codes);
        _judge = new Judge(Nodes, Lead.Code);
    }

    public Random Random { get; }
    public SortedDictionary<string, Node> Nodes { get; } = new(StringComparer.Ordinal);
    public Node Lead => Nodes["XA-SMA"];
    public IReadOnlyDictionary<string, Ledger> Ledgers => _judge.Ledgers;

    /// <summary>How often a commit came second to another one on the same stream.</summary>
    public int LostRaces { get; private set; }

    public bool IsTimeForActs => _now < ActsUntil.Ticks;

    public void Run()
    {
        new People(this).Begin();
        for (var crashes = Random.Next(4); crashes > 0; crashes--)
        {
            PlanCrash();
        }

        while (_queue.TryDequeue(out var next, out var when))
        {
            _now = when.At;
            next();
        }

        Settle();
        JudgeRereading(Nodes.Values.ElementAt(Random.Next(Nodes.Count)), 10);
        _judge.JudgeEnd(_network.Lost == 0 && _waiting.Count == 0);
    }

    public void At(long ticks, Action what) => _queue.Enqueue(what, (Math.Max(ticks, _now), Random.Next()));

    public DateTimeOffset TimeAt(Node node) => node.Clock.Read(_now);

    /// <summary>A person decides at once or not at all; the commit may come a little later, or never.</summary>
    public void Act(Node node, string person, Func<CoordinatedAction, Turn, Decision<ActionEvent>> decide)
    {
        if (node.IsUp)
        {
            var turn = new Turn(person, NewId(), TimeAt(node));
            Decide(node, file => decide(file, turn), () => turn.Now, null);
        }
    }

    public Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private SimClock NewClock() =>
        Random.Next(6) == 0
            ? new SimClock(
                Start,
                TimeSpan.FromSeconds((Random.NextDouble() - 0.5) * 240),
                (Random.NextDouble() - 0.5) / 100
            )
            : new SimClock(
                Start,
                TimeSpan.FromMilliseconds((Random.NextDouble() - 0.5) * 200),
                (Random.NextDouble() - 0.5) / 10_000
            );

    // What was read may be stale at the commit: then it is decided anew on what is there, as the store does.
    private void Decide(
        Node node,
        Func<CoordinatedAction, Decision<ActionEvent>> decide,
        Func<DateTimeOffset> time,
        Action<bool>? then
    )
    {
        var (version, life, decided) = (node.Events.Count, node.Life, time());
        var decision = decide(node.File);
        if (decision is not Events<ActionEvent> { Happened: var happened })
        {
            then?.Invoke(decision is Unchanged<ActionEvent>);
            return;
        }

        if (Random.Next(8) == 0)
        {
            At(_now + Random.NextInt64(TimeSpan.TicksPerSecond), Commit);
        }
        else
        {
            Commit();
        }

        void Commit()
        {
            if (life != node.Life)
            {
                then?.Invoke(false);
            }
            else if (_rules.ChecksVersion && version != node.Events.Count)
            {
                LostRaces++;
                Decide(node, decide, time, then);
            }
            else
            {
                Append(node, happened, decided);
                then?.Invoke(true);
            }
        }
    }

    private void Append(Node node, IReadOnlyList<ActionEvent> happened, DateTimeOffset decided)
    {
        node.Append(happened);
        _judge.See(node, happened, decided, _now);
        Judge.Demand(node.Events.Count < MostEvents, "files come to rest");
        foreach (var letter in happened.OfType<ActionLetterWritten>())
        {
            var sent = new ReceivedLetter(
                letter.LetterId,
                node.Code,
                letter.To,
                letter.Kind,
                letter.ActionId,
                letter.Content,
                new Basis("GRANT", "test-pact", "1", []),
                letter.At
            );
            foreach (var arrival in _network.Arrivals(letter, node.Code, _now))
            {
                At(arrival, () => Arrive(Nodes[letter.To], sent));
            }
        }

        JudgeRereading(node, 2_000);
        WakeForClocks(node);
    }

    private void Arrive(Node node, ReceivedLetter letter, int tries = 0)
    {
        if (!node.IsUp)
        {
            At(node.DownUntil + Random.NextInt64(2 * TimeSpan.TicksPerSecond), () => Arrive(node, letter, tries));
            return;
        }

        Decide(
            node,
            file => _rules.Read(file, letter, new ActionIntake(TimeAt(node), "REF", ["enforcement"], [])),
            () => TimeAt(node),
            isDone => Again(isDone, node, letter, tries + 1)
        );
    }

    private void Again(bool isDone, Node node, ReceivedLetter letter, int tries)
    {
        if (isDone)
        {
            return;
        }

        if (_now < Horizon.Ticks)
        {
            var longest = Math.Min(2 << Math.Min(tries, 8), 300) * TimeSpan.TicksPerSecond;
            At(_now + Random.NextInt64(longest), () => Arrive(node, letter, tries));
        }
        else
        {
            _waiting.Add((node, letter));
        }
    }

    private void WakeForClocks(Node node)
    {
        foreach (
            var due in _rules
                .Running(node.File)
                .SelectMany(d => d.WarnAt is { } warn ? [warn, d.FailAt] : (DateTimeOffset[])[d.FailAt])
        )
        {
            if (node.Wakes.Add(due))
            {
                var lag = Random.Next(2) == 0 ? 0 : Random.NextInt64(TimeSpan.TicksPerSecond);
                At(node.Clock.When(due - _rules.Early) + lag, () => LookAtClocks(node));
            }
        }
    }

    private void LookAtClocks(Node node)
    {
        if (!node.IsUp)
        {
            return;
        }

        var now = TimeAt(node);
        for (var replicas = Random.Next(3) == 0 ? 2 : 1; replicas > 0; replicas--)
        {
            foreach (var (key, stage, due) in Due(node, now + _rules.Early))
            {
                var passed = new PassedDeadline(ActionId, key, stage, due);
                Decide(node, file => _rules.Pass(file, passed, now), () => now, null);
            }
        }
    }

    private List<(string Key, DeadlineStage Stage, DateTimeOffset Due)> Due(Node node, DateTimeOffset now)
    {
        var due = new List<(string Key, DeadlineStage Stage, DateTimeOffset Due)>();
        foreach (var open in _rules.Running(node.File))
        {
            if (open.WarnAt <= now)
            {
                due.Add((open.Key, DeadlineStage.Warn, open.WarnAt.Value));
            }

            if (open.FailAt <= now)
            {
                due.Add((open.Key, DeadlineStage.Fail, open.FailAt));
            }
        }

        return due;
    }

    // Half of the crashes are aimed at T-0.
    private void PlanCrash()
    {
        var node = Nodes.Values.ElementAt(Random.Next(Nodes.Count));
        At(
            Random.NextInt64(TimeSpan.FromMinutes(12).Ticks),
            () =>
            {
                var schedule = node.File.Plan.Schedule;
                var from =
                    Random.Next(2) == 0 && schedule != Schedule.None
                        ? node.Clock.When(schedule.ReleaseAt)
                            + Random.NextInt64(-20 * TimeSpan.TicksPerSecond, TimeSpan.TicksPerSecond)
                        : _now + Random.NextInt64(TimeSpan.FromMinutes(4).Ticks);
                At(from, () => Crash(node));
            }
        );
    }

    private void Crash(Node node)
    {
        if (!node.IsUp)
        {
            return;
        }

        node.Crash(_now, _now + Random.NextInt64(TimeSpan.FromSeconds(Random.Next(2) == 0 ? 15 : 150).Ticks) + 1);
        At(
            node.DownUntil,
            () =>
            {
                node.Return();
                JudgeRereading(node, 10);
                if (_rules.LooksBack)
                {
                    At(_now + Random.NextInt64(TimeSpan.TicksPerSecond), () => LookAtClocks(node));
                }
            }
        );
    }

    // Letters that wait for another one are tried until none of them has an effect any more.
    private void Settle()
    {
        for (var before = int.MaxValue; _waiting.Count < before; )
        {
            before = _waiting.Count;
            var again = _waiting.ToList();
            _waiting.Clear();
            foreach (var (node, letter) in again)
            {
                Arrive(node, letter);
            }

            while (_queue.TryDequeue(out var next, out var when))
            {
                _now = when.At;
                next();
            }
        }
    }

    // It costs more than all else together, so that it is done once in so many times.
    private void JudgeRereading(Node node, int once)
    {
        if (Random.Next(once) == 0)
        {
            Judge.Demand(
                Json(node.Reread(Stored)) == Json(node.File),
                "a file that is read anew from what was stored is the same"
            );
        }
    }

    private static ActionEvent Stored(ActionEvent happened) =>
        (ActionEvent)
            JsonSerializer.Deserialize(
                JsonSerializer.Serialize(happened, happened.GetType(), JsonSerializerOptions.Web),
                happened.GetType(),
                JsonSerializerOptions.Web
            )!;

    private static string Json(CoordinatedAction file) => JsonSerializer.Serialize(file);
}
