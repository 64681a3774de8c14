using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Inbound;
using CaseCoordination.EnforcementActions.Actions.Letters;

namespace CaseCoordination.EnforcementActions.Tests.Protocol;

/// <summary>One action of three authorities, seen from its lead's file and from a participant's.</summary>
internal static class Samples
{
    public const string Lead = "XA-SMA";
    public const string Partner = "MSA-FMA";
    public const string Third = "XB-DAC";
    public const string Officer = "officer-7";
    public const string Approver = "approver-1";
    public static readonly Guid ActionId = Guid.Parse("019cae00-0000-7000-8000-000000000500");
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static readonly Plan ThePlan = new(
        1,
        "Stop the Delta exchange",
        "Protect its clients.",
        new("manipulation", "crypto-derivatives", "no", "2025-01-01", "2025-06-30"),
        "test-pact",
        null,
        null,
        ["freeze.assets"],
        [],
        [new("t1", "entity", "Delta Derivatives Exchange", [new("lei", "529900T8BM49AURSDO55")])],
        [
            new("m1", Lead, MeasureKinds.Freeze, ["t1"], "court-order", null, null, []),
            new("m2", Partner, MeasureKinds.Fine, ["t1"], "decision", "MSA", new("1200000.50", "EUR"), []),
            new(
                "m3",
                Third,
                MeasureKinds.Fine,
                ["t1"],
                "decision",
                null,
                new("500000", "EUR"),
                [new(Partner, "m2", "250000")]
            ),
        ],
        [new(Lead, false, []), new(Partner, false, []), new(Third, true, ["P §6"])],
        new(DecisionRule.Consensus, 0, []),
        new(Noon.AddHours(2), Noon.AddHours(3), Noon.AddHours(4), 600),
        new("Three authorities acted today.", Noon.AddHours(5), PlannedStatement.ByAll),
        "TLP:AMBER"
    );

    public static Schedule Times => ThePlan.Schedule;

    /// <summary>The moment at which things are usually done: well before the cut-off.</summary>
    public static readonly DateTimeOffset Early = Noon.AddHours(1);

    public static DateTimeOffset Late => Times.CutOff.AddMinutes(1);

    public static Turn By(string person, DateTimeOffset? at = null) =>
        new(person, Guid.CreateVersion7(Noon), at ?? Early);

    public static CoordinatedAction Draft(Plan? plan = null) =>
        Fold.Of<CoordinatedAction>(
            Happened(
                DraftAction.Decide(
                    new(),
                    new(ActionId, Lead, "XA-ACT-2026-0001", ActionId, plan ?? ThePlan, ["enforcement"], []),
                    By(Officer, Noon)
                )
            )
        );

    /// <summary>The lead's file after it proposed.</summary>
    public static CoordinatedAction Proposed(Plan? plan = null)
    {
        var draft = Draft(plan);
        return draft.After(ProposeAction.Decide(draft, By(Approver, Noon)));
    }

    /// <summary>A participant's file after the proposal came.</summary>
    public static CoordinatedAction Received(string code = Partner, Plan? plan = null)
    {
        var lead = Draft(plan);
        var letter = Happened(ProposeAction.Decide(lead, By(Approver, Noon)))
            .OfType<ActionLetterWritten>()
            .Single(l => l.To == code && l.Kind == "action.proposal");
        return new CoordinatedAction().Reads(Arriving(letter, Lead), Noon);
    }

    /// <summary>The same file with its titles recorded and its readiness declared.</summary>
    public static CoordinatedAction Ready(this CoordinatedAction file) => file.Titled().Says(Readiness.Ready);

    public static CoordinatedAction Titled(this CoordinatedAction file) =>
        file
            .Plan.MeasuresOf(file.Authority)
            .Aggregate(
                file,
                (f, m) =>
                    f.After(
                        RecordTitle.Decide(
                            f,
                            new(new(m.Id, "12/26", "District court", "2026-02-27", 90, null)),
                            By(Officer)
                        )
                    )
            );

    public static CoordinatedAction Says(this CoordinatedAction file, Readiness readiness, DateTimeOffset? at = null) =>
        file.After(DeclareReadiness.Decide(file, Word(readiness), By(Approver, at)));

    public static DeclareReadiness Word(Readiness readiness) =>
        readiness == Readiness.Declined
            ? new(readiness, "negligible-impact", "Nobody here is hurt.", new(true, "Permitted.", ["P §9"]), null)
            : new(readiness, null, readiness == Readiness.Hold ? "A judge asks." : null, null, null);

    /// <summary>The lead's file when everybody is ready and has confirmed that it holds the order.</summary>
    public static CoordinatedAction Armed()
    {
        var lead = Proposed().Ready();
        foreach (var code in (string[])[Partner, Third])
        {
            lead = lead.Reads(LastLetter(Received(code).Titled(), Word(Readiness.Ready), code), Early);
        }

        return lead.Answered(Partner, OrderEffect.Held).Answered(Third, OrderEffect.Held);
    }

    /// <summary>A participant's file with an order that was taken at some moment.</summary>
    public static CoordinatedAction Ordered(
        this CoordinatedAction file,
        int number,
        Standing standing,
        DateTimeOffset? at = null
    ) => file.Reads(OrderTo(file.Authority, number, standing), at ?? Early);

    public static CoordinatedAction Holding() => Received().Ready().Ordered(1, Standing.Armed);

    public static ReceivedLetter OrderTo(string code, int number, Standing standing, int version = 1) =>
        Arriving(Outbound.Order(Proposed(), code, new(number, standing, version, null, Early), By(Lead)), Lead);

    /// <summary>The lead's file with a participant's answer to its last order.</summary>
    public static CoordinatedAction Answered(this CoordinatedAction lead, string code, OrderEffect effect) =>
        lead.Reads(Receipt(lead, code, effect), Early);

    public static ReceivedLetter Receipt(CoordinatedAction lead, string code, OrderEffect effect) =>
        Content(
            "action.order-receipt",
            code,
            Lead,
            LetterJson.Write(
                new OrderReceiptLetter
                {
                    Number = lead.Stands[code].Receipt!.Number,
                    Standing = Kebab.Of(lead.Stands[code].Receipt!.Standing),
                    Effect = Kebab.Of(effect),
                    At = Early,
                }
            )
        );

    public static ReceivedLetter LastLetter(CoordinatedAction file, DeclareReadiness word, string from) =>
        Arriving(
            Happened(DeclareReadiness.Decide(file, word, By(Approver))).OfType<ActionLetterWritten>().Single(),
            from
        );

    public static ReceivedLetter Arriving(ActionLetterWritten letter, string from) =>
        new(letter.LetterId, from, letter.To, letter.Kind, letter.ActionId, letter.Content, TheBasis, letter.At);

    public static ReceivedLetter Content(string kind, string from, string to, string content) =>
        new(Guid.CreateVersion7(Noon), from, to, kind, ActionId, content, TheBasis, Early);

    public static Basis TheBasis { get; } = new("GRANT", "test-pact", "0123", ["P §4"]);

    public static ActionIntake Intake(DateTimeOffset at) => new(at, "MSA-ACT-2026-0001", ["enforcement"], []);

    public static CoordinatedAction Reads(this CoordinatedAction file, ReceivedLetter letter, DateTimeOffset at) =>
        file.After(ReadActionLetter.Decide(file, letter, Intake(at)));

    public static CoordinatedAction After(this CoordinatedAction file, Decision<ActionEvent> decision) =>
        Fold.Onto(file, Happened(decision));

    public static ActionEvent[] Happened(Decision<ActionEvent> decision) =>
        [
            .. decision is Refused<ActionEvent> refused
                ? throw new InvalidOperationException(refused.Refusal.Code)
                : Assert.IsType<Events<ActionEvent>>(decision).Happened,
        ];

    public static string CodeOf(Decision<ActionEvent> decision) =>
        Assert.IsType<Refused<ActionEvent>>(decision).Refusal.Code;

    public static void IsNothing(Decision<ActionEvent> decision) => Assert.IsType<Unchanged<ActionEvent>>(decision);
}
