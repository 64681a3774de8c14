using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures;
using CaseCoordination.EnforcementActions.Measures.Domain;
using AuthorityProfile = CaseCoordination.TreatyLaw.AuthorityProfile;

namespace CaseCoordination.EnforcementActions.Tests.Measures;

/// <summary>One action after T-0, seen from its lead and from a participant with a freeze and a fine.</summary>
internal static class MeasureSamples
{
    public const string Lead = "XA-SMA";
    public const string Partner = "MSA-FMA";
    public static readonly Guid ActionId = Guid.Parse("019cae00-0000-7000-8000-000000000200");
    public static readonly Guid LetterId = Guid.Parse("019cae00-0000-7000-8000-000000000201");
    public static readonly DateTimeOffset ReleaseAt = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Later = ReleaseAt.AddHours(2);

    // Zurich is an hour ahead of UTC in March, and two in summer.
    public static readonly Calendars Zurich = new(
        new Dictionary<string, AuthorityProfile>(StringComparer.Ordinal)
        {
            [Lead] = ProfileOf(Lead),
            [Partner] = ProfileOf(Partner),
        }
    );

    public static readonly Plan ThePlan = new(
        1,
        "Delta",
        "Stop the manipulation.",
        new Matter("manipulation", "derivatives", "yes"),
        null,
        null,
        null,
        [],
        [],
        [new("t1", "entity", "Delta Derivatives Exchange", [new("lei", "529900T8BM49AURSDO55")])],
        [
            new("m1", Partner, MeasureKinds.Freeze, ["t1"], "court order", "MSA", null, []),
            new("m2", Lead, MeasureKinds.Fine, ["t1"], "decision", null, new("100", "USD"), [new(Partner, "m3", "50")]),
            new("m3", Partner, MeasureKinds.Fine, ["t1"], "decision", null, new("100", "USD"), [new(Lead, "m2", "50")]),
        ],
        [new(Lead, false, []), new(Partner, false, [])],
        new DecisionRule(DecisionRule.Consensus, 0, []),
        new Schedule(ReleaseAt.AddHours(-2), ReleaseAt.AddHours(-1), ReleaseAt, 3600),
        null,
        "TLP:AMBER"
    );

    public static Turn TurnAt(DateTimeOffset now) => new("a-officer", Guid.CreateVersion7(now), now);

    /// <summary>The participant's file once its measures went out.</summary>
    /// <param name="connector">Carries out the freeze; null for a person.</param>
    public static CoordinatedAction Released(string? connector = null, int? days = 90) =>
        Fold.Of<CoordinatedAction>([
            new ProposalReceived(
                ActionId,
                Partner,
                "MSA-ACT-2026-0001",
                Lead,
                "XA-ACT-2026-0001",
                Guid.Empty,
                ThePlan,
                new Basis("GRANT", "test-mou", "0123", []),
                ["markets"],
                [],
                LetterId,
                ReleaseAt.AddDays(-1)
            ),
            new TitleRecorded(
                new Title("m1", "MSA/F/1", "District Court", "2026-02-27", days, connector),
                "p",
                ReleaseAt.AddHours(-3)
            ),
            new TitleRecorded(new Title("m3", "MSA/B/2", "FMA", "2026-02-27", null, null), "p", ReleaseAt.AddHours(-3)),
            new ReadinessDeclared(VoteOf(Partner), "q", ReleaseAt.AddHours(-2)),
            new OrderTaken(TheOrder, OrderEffect.Held, ReleaseAt.AddHours(-2)),
            new ActionReleased(TheRelease, "clock", ReleaseAt),
        ]);

    /// <summary>The lead's file once all measures went out, its own and the participant's.</summary>
    public static CoordinatedAction LeadReleased() =>
        Fold.Of<CoordinatedAction>([
            new ActionDrafted(
                ActionId,
                Lead,
                "XA-ACT-2026-0001",
                Guid.Empty,
                ThePlan,
                ["markets"],
                [],
                "p",
                ReleaseAt.AddDays(-1)
            ),
            new ActionProposed(1, "q", ReleaseAt.AddDays(-1)),
            new ActionLetterWritten(
                ActionId,
                LetterId,
                Partner,
                "action.proposal",
                "{}",
                new ActionAsk(null, Matter.None, [], []),
                null,
                false,
                [],
                "q",
                ReleaseAt.AddDays(-1)
            ),
            new TitleRecorded(new Title("m2", "XA/B/9", "SMA", "2026-02-27", null, null), "p", ReleaseAt.AddHours(-3)),
            new ReadinessDeclared(VoteOf(Lead), "q", ReleaseAt.AddHours(-2)),
            new ReadinessTold(Partner, VoteOf(Partner), Guid.Empty, ReleaseAt.AddHours(-2)),
            new OrderGiven(TheOrder, [Lead, Partner], "q", ReleaseAt.AddHours(-2)),
            new OrderTaken(TheOrder, OrderEffect.Held, ReleaseAt.AddHours(-2)),
            new ActionReleased(TheRelease, "clock", ReleaseAt),
            new ReleaseTold(Partner, TheRelease, null, Guid.Empty, ReleaseAt),
        ]);

    public static CoordinatedAction Executed(string? connector = null)
    {
        var file = Released(connector);
        var outcome = new Outcome(MeasureState.Executed, null, null, ReleaseAt, new("1500.25", "EUR"), null);
        return Fold.Onto(
            file,
            Happened(
                RecordOutcome.Record(file, file.Measures["m1"], outcome, InstructionOf(file), Zurich, TurnAt(Later))
            )
        );
    }

    public static Guid? InstructionOf(CoordinatedAction file) => file.Measures["m1"].Instruction?.Id;

    public static ActionEvent[] Happened(Decision<ActionEvent> decision) =>
        [.. Assert.IsType<Events<ActionEvent>>(decision).Happened];

    public static string CodeOf(Decision<ActionEvent> decision) =>
        Assert.IsType<Refused<ActionEvent>>(decision).Refusal.Code;

    private static Order TheOrder { get; } = new(1, Standing.Armed, 1, null, ReleaseAt.AddHours(-2));
    private static Release TheRelease { get; } = new(1, ReleaseAt, 0, false, false, null);

    private static Vote VoteOf(string authority) =>
        new(1, Readiness.Ready, ThePlan.FingerprintFor(authority), [], null, null, [], null, ReleaseAt.AddHours(-2));

    private static AuthorityProfile ProfileOf(string code) =>
        new()
        {
            Code = code,
            Jurisdiction = code.Split('-')[0],
            Kind = "securities-regulator",
            TimeZone = "Europe/Zurich",
            Holidays = [],
        };
}
