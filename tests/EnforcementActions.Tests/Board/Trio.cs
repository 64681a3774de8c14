using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Board;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Inbound;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.EnforcementActions.Tests.Board;

/// <summary>Three authorities' files of one action, letters carried by hand, each with a clock of its own.</summary>
internal sealed class Trio(DateTimeOffset start, Guid id)
{
    public const string Lead = "XA-SMA";
    public const string Partner = "MSA-FMA";
    public const string Other = "XB-DAC";

    private static readonly Guid Usual = Guid.Parse("019cae00-0000-7000-8000-000000000500");
    public static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset ReadyBy = Noon.AddHours(1);
    public static readonly DateTimeOffset CutOff = Noon.AddHours(2);
    public static readonly DateTimeOffset ReleaseAt = Noon.AddHours(3);
    public static readonly ClockReading GoodClock = new(2, 1, "ntp", "good", Noon);

    private readonly Dictionary<string, List<ActionEvent>> _files = new(StringComparer.Ordinal)
    {
        [Lead] = [],
        [Partner] = [],
        [Other] = [],
    };
    private readonly HashSet<Guid> _carried = [];
    private readonly DateTimeOffset _start = start;
    private int _seed;

    public Trio()
        : this(Noon, Usual) { }

    public Guid Id => id;
    public DateTimeOffset Now { get; set; } = start;

    /// <summary>How far ahead an authority's clock is.</summary>
    public Dictionary<string, TimeSpan> Ahead { get; } = new(StringComparer.Ordinal);

    public Plan PlanOf(DecisionRule? rule = null) =>
        Plan.None with
        {
            Title = "Freeze and stop",
            Matter = new Matter("manipulation", "securities", "yes"),
            Assistance = ["info.files"],
            Targets = [new Target("t1", "entity", "Delta Derivatives Exchange", [])],
            Measures =
            [
                Measure("m1", Lead, MeasureKinds.Freeze),
                Measure("m2", Partner, MeasureKinds.Freeze),
                Measure("m3", Other, MeasureKinds.Warning),
            ],
            Participants = [new(Lead, false, []), new(Partner, false, []), new(Other, true, ["P §6"])],
            Rule = rule ?? new DecisionRule(DecisionRule.Consensus, 0, []),
            Schedule = new Schedule(_start.AddHours(1), _start.AddHours(2), _start.AddHours(3), 3600),
            Tlp = "TLP:AMBER",
        };

    /// <summary>Proposed to everybody, and arrived.</summary>
    public static Trio Proposed(DecisionRule? rule = null) => new Trio().Draft(rule).Propose().Carry();

    /// <summary>Proposed, and everybody ready and told so.</summary>
    public static Trio Armed() => Proposed().AllReady();

    public Trio AllReady() => Ready(Lead).Ready(Partner).Ready(Other).Carry();

    public Trio Draft(DecisionRule? rule = null, params string[] groups) =>
        Act(Lead, (f, t) => DraftAction.Decide(f, new(id, Lead, "XA-ACT-2026-0001", id, PlanOf(rule), groups, []), t));

    public Trio Propose() => Act(Lead, ProposeAction.Decide, "xa-approver");

    public CoordinatedAction File(string authority) => Fold.Of<CoordinatedAction>(_files[authority]);

    public IReadOnlyList<ActionEvent> Events(string authority) => _files[authority];

    public ActionBoard Board(string authority) =>
        ActionBoard.Of(File(authority), new StreamFacts(id, authority, _files[authority].Count, Now));

    public Turn TurnOf(string authority, string by = "clock") =>
        new(by, LetterIds.Of(id, authority, $"{++_seed}"), Now + Ahead.GetValueOrDefault(authority));

    public Trio Act(
        string authority,
        Func<CoordinatedAction, Turn, Decision<ActionEvent>> decide,
        string by = "officer"
    )
    {
        switch (decide(File(authority), TurnOf(authority, by)))
        {
            case Events<ActionEvent> { Happened: var happened }:
                _files[authority].AddRange(happened);
                break;
            case Refused<ActionEvent> { Refusal: var refusal }:
                Assert.Fail($"{authority} refuses: {refusal.Code}");
                break;
            default:
                break;
        }

        return this;
    }

    public Trio Titles(string authority)
    {
        foreach (var measure in File(authority).Plan.MeasuresOf(authority))
        {
            var title = new Title(measure.Id, $"{measure.Id}/2026", "Court", "2026-03-01", null, null);
            Act(authority, (f, t) => RecordTitle.Decide(f, new RecordTitle(title), t));
        }

        return this;
    }

    public Trio Vote(string authority, Readiness readiness, string? ground = null, ClockReading? clock = null)
    {
        var permission = ground is null ? null : new GroundPermission(true, "The instrument offers it.", ["P §9"]);
        return Act(
            authority,
            (f, t) => DeclareReadiness.Decide(f, new(readiness, ground, "because", permission, clock ?? GoodClock), t),
            "approver"
        );
    }

    public Trio Ready(string authority, ClockReading? clock = null) =>
        Titles(authority).Vote(authority, Readiness.Ready, clock: clock);

    public Trio Abort() => Act(Lead, (f, t) => AbortAction.Decide(f, new AbortAction("A court stopped it."), t));

    /// <summary>Brings what was written to its readers, until nothing more is written; letters of a kind may be kept back.</summary>
    public Trio Carry(Func<ActionLetterWritten, bool>? carries = null)
    {
        while (true)
        {
            var letters = _files
                .SelectMany(f => f.Value.OfType<ActionLetterWritten>().Select(l => (From: f.Key, Letter: l)))
                .Where(l => !_carried.Contains(l.Letter.LetterId) && carries?.Invoke(l.Letter) != false)
                .ToList();
            if (letters.Count == 0)
            {
                return this;
            }

            foreach (var (from, letter) in letters)
            {
                _carried.Add(letter.LetterId);
                Move(from, letter, LetterSteps.Delivered);
                Act(letter.To, (f, t) => ReadActionLetter.Decide(f, Received(from, letter), IntakeOf(t)));
            }
        }
    }

    /// <summary>What the border tells the writer of a letter.</summary>
    public Trio Move(string from, ActionLetterWritten letter, string state, string? reason = null) =>
        Act(
            from,
            (f, t) =>
                RecordActionProgress.Decide(
                    f,
                    new(letter.LetterId, letter.To, letter.Kind, state, reason, null, null, t.Now)
                )
        );

    public ActionLetterWritten LastLetter(string from, string kind) =>
        _files[from].OfType<ActionLetterWritten>().Last(l => l.Kind == kind);

    private static PlannedMeasure Measure(string id, string authority, string kind) =>
        new(id, authority, kind, ["t1"], "order of a court", null, null, []);

    private ActionIntake IntakeOf(Turn turn) => new(turn.Now, "ACT-2026-0001", [.. File(Lead).Groups], []);

    private ReceivedLetter Received(string from, ActionLetterWritten letter) =>
        new(
            letter.LetterId,
            from,
            letter.To,
            letter.Kind,
            id,
            letter.Content,
            new Basis("GRANT", "test-mou", "0123", ["T §3"]),
            letter.At
        );
}
