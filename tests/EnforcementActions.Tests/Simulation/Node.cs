using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Tests.Simulation;

/// <summary>One authority: its stream, the process that serves it, and its clock.</summary>
internal sealed class Node(string code, SimClock clock, Rules rules)
{
    private readonly List<ActionEvent> _events = [];
    private readonly List<(long From, long Until)> _down = [];

    public string Code => code;
    public SimClock Clock => clock;
    public CoordinatedAction File { get; private set; } = new();
    public IReadOnlyList<ActionEvent> Events => _events;

    /// <summary>When the process is up again; 0 while it is.</summary>
    public long DownUntil { get; private set; }
    public bool IsUp => DownUntil == 0;

    /// <summary>Counts crashes: what a process had not committed before one is gone.</summary>
    public int Life { get; private set; }

    /// <summary>Own times for which somebody will look at the clocks.</summary>
    public HashSet<DateTimeOffset> Wakes { get; } = [];

    public void Append(IReadOnlyList<ActionEvent> happened)
    {
        _events.AddRange(happened);
        File = happened.Aggregate(File, rules.Evolve);
    }

    /// <summary>The file as a process finds it that reads the stream anew.</summary>
    public CoordinatedAction Reread(Func<ActionEvent, ActionEvent> stored) =>
        _events.Select(stored).Aggregate(new CoordinatedAction(), rules.Evolve);

    public void Crash(long from, long until)
    {
        DownUntil = until;
        Life++;
        _down.Add((from, until));
    }

    public void Return() => DownUntil = 0;

    /// <summary>The longest time within these bounds during which the process was up.</summary>
    public long LongestUp(long from, long until)
    {
        var (longest, since) = (0L, from);
        foreach (var (down, up) in _down.Where(d => d.Until > from && d.From < until))
        {
            longest = Math.Max(longest, down - since);
            since = Math.Max(since, up);
        }

        return Math.Max(longest, until - since);
    }
}
