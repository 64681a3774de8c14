using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Inbound;
using CaseCoordination.EnforcementActions.Deconfliction;
using CaseCoordination.EnforcementActions.Deconfliction.Domain;
using CaseCoordination.Platform.Deadlines;

namespace CaseCoordination.EnforcementActions.Tests;

/// <summary>
/// Three authorities with an action between them: XA-SMA leads, MSA-FMA and XB-DAC take part. Letters go through the border's
/// form, JSON text, and arrive when the test says so.
/// </summary>
internal sealed class Parts
{
    public const string Lead = "XA-SMA";
    public const string Second = "MSA-FMA";
    public const string Third = "XB-DAC";
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    public static readonly Guid ActionId = Guid.Parse("019cae00-0000-7000-9000-000000000001");
    private static readonly Basis TheBasis = new("GRANT", "test-pact", "0123", ["P §3"]);

    private readonly Dictionary<string, CoordinatedAction> _files = new(StringComparer.Ordinal)
    {
        [Lead] = new(),
        [Second] = new(),
        [Third] = new(),
    };
    private int _acts;

    public static string[] All { get; } = [Lead, Second, Third];

    public static Plan ThePlan { get; } =
        Plan.None with
        {
            Title = "Freeze at Delta",
            Purpose = "Stop the venue.",
            Matter = new("manipulation", "crypto-derivatives", "yes"),
            Instrument = "test-pact",
            Assistance = ["info.files"],
            Targets = [new("t1", "entity", "Delta", [new("lei", "529900T8BM49AURSDO55")])],
            Measures =
            [
                .. All.Select(
                    (a, i) => new PlannedMeasure($"m{i + 1}", a, "freeze", ["t1"], "order", "XDLT", null, [])
                ),
            ],
            Participants = [.. All.Select(a => new Participant(a, false, []))],
            Rule = new(DecisionRule.Consensus, 0, []),
            Schedule = new(Noon.AddMinutes(10), Noon.AddMinutes(20), Noon.AddMinutes(30), 600),
            Statement = new("The three of us have acted.", Noon.AddMinutes(60), PlannedStatement.ByAll),
            Tlp = "TLP:AMBER",
        };

    public DateTimeOffset Now { get; set; } = Noon;

    /// <summary>Letters written that have not arrived.</summary>
    public List<ReceivedLetter> UnderWay { get; } = [];

    public CoordinatedAction this[string authority] => _files[authority];

    /// <summary>Proposed to all, and known to all.</summary>
    public static Parts Proposed(Plan? plan = null)
    {
        var parts = new Parts();
        parts.Do(
            Lead,
            (f, t) =>
                DraftAction.Decide(
                    f,
                    new(ActionId, Lead, "XA-ACT-2026-0001", Guid.Empty, plan ?? ThePlan, ["g"], []),
                    t
                ),
            "officer"
        );
        parts.Do(Lead, ProposeAction.Decide);
        parts.Deliver();
        return parts;
    }

    /// <summary>All are ready and hold their order.</summary>
    public static Parts Armed(Plan? plan = null)
    {
        var parts = Proposed(plan);
        foreach (var authority in All)
        {
            parts.GetReady(authority);
        }

        parts.Deliver();
        Assert.All(All, a => Assert.True(parts[a].WillRelease));
        return parts;
    }

    public void GetReady(string authority)
    {
        foreach (var measure in this[authority].Plan.MeasuresOf(authority))
        {
            Do(
                authority,
                (f, t) => RecordTitle.Decide(f, new(new Title(measure.Id, "7", "Court", "2026-03-02", null, null)), t),
                "officer"
            );
        }

        Do(authority, (f, t) => DeclareReadiness.Decide(f, new(Readiness.Ready, null, null, null, null), t));
    }

    /// <summary>An act that has to succeed.</summary>
    public void Do(
        string authority,
        Func<CoordinatedAction, Turn, Decision<ActionEvent>> decide,
        string by = "approver"
    )
    {
        var decision = Try(authority, decide, by);
        Assert.True(decision is not Refused<ActionEvent>, (decision as Refused<ActionEvent>)?.Refusal.Code);
    }

    /// <summary>An act with whatever comes of it; the code of the refusal, or null.</summary>
    public string? Refusal(
        string authority,
        Func<CoordinatedAction, Turn, Decision<ActionEvent>> decide,
        string by = "approver"
    ) => (Try(authority, decide, by) as Refused<ActionEvent>)?.Refusal.Code;

    public Decision<ActionEvent> Try(
        string authority,
        Func<CoordinatedAction, Turn, Decision<ActionEvent>> decide,
        string by = "approver"
    )
    {
        var seed = Guid.Parse($"019cae00-0000-7000-a000-{++_acts:000000000000}");
        var decision = decide(_files[authority], new Turn(by, seed, Now));
        Record(authority, decision);
        return decision;
    }

    /// <summary>Delivers whatever is under way, and what that leads to.</summary>
    public void Deliver()
    {
        for (var rounds = 0; UnderWay.Count > 0; rounds++)
        {
            Assert.True(rounds < 1000, "Letters do not come to an end.");
            DeliverAt(0, keep: false);
        }
    }

    /// <summary>Delivers one letter; false when it waits for its cause.</summary>
    public bool DeliverAt(int at, bool keep, Hit[]? hits = null)
    {
        var letter = UnderWay[at];
        var current = _files[letter.Recipient];
        var decision = CheckTargets.After(
            ReadActionLetter.Decide(current, letter, new ActionIntake(Now, "REF", ["g"], [])),
            current,
            hits ?? [],
            new Turn(ReadActionLetter.By, letter.LetterId, Now)
        );
        if (decision is Refused<ActionEvent>)
        {
            return false;
        }

        if (!keep)
        {
            UnderWay.RemoveAt(at);
        }

        Record(letter.Recipient, decision);
        return true;
    }

    /// <summary>Lets every clock that is due pass, as the sweeper does.</summary>
    public void PassClocks(params string[] authorities)
    {
        foreach (var authority in authorities.Length > 0 ? authorities : All)
        {
            for (var rounds = 0; PassOne(authority); rounds++)
            {
                Assert.True(rounds < 100, "Clocks do not come to an end.");
            }
        }
    }

    private bool PassOne(string authority)
    {
        foreach (var open in PassActionClock.Running(_files[authority]).ToList())
        {
            var stage =
                open.WarnAt <= Now ? DeadlineStage.Warn
                : open.FailAt <= Now ? DeadlineStage.Fail
                : (DeadlineStage?)null;
            if (stage is { } due)
            {
                var passed = new PassedDeadline(
                    ActionId,
                    open.Key,
                    due,
                    due == DeadlineStage.Warn ? open.WarnAt!.Value : open.FailAt
                );
                var decision = PassActionClock.Decide(_files[authority], passed, Now);
                if (decision is Events<ActionEvent>)
                {
                    Record(authority, decision);
                    return true;
                }
            }
        }

        return false;
    }

    private void Record(string authority, Decision<ActionEvent> decision)
    {
        if (decision is not Events<ActionEvent> { Happened: var happened })
        {
            return;
        }

        _files[authority] = Fold.Onto(_files[authority], happened);
        UnderWay.AddRange(
            happened
                .OfType<ActionLetterWritten>()
                .Select(w => new ReceivedLetter(
                    w.LetterId,
                    authority,
                    w.To,
                    w.Kind,
                    ActionId,
                    w.Content,
                    TheBasis,
                    w.At
                ))
        );
    }
}
