using CaseCoordination.EnforcementActions.Actions.Board;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Questions;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>What actions look like in the API's description.</summary>
internal static class ActionExamples
{
    private const string Title = "Freeze at Delta Derivatives Exchange";
    private const string Purpose = "Stop the venue before customers' assets leave it.";
    private const string Firm = "Delta Derivatives Exchange";
    private const string Lei = "529900T8BM49AURSDO55";
    private const string Lead = "XA-SMA";
    private const string Other = "MSA-FMA";
    private const string Needed = "court order";
    private static readonly Guid Id = Guid.Parse("019cae00-0000-7000-8000-000000000041");
    private static readonly Guid Case = Guid.Parse("019cae00-0000-7000-8000-000000000042");
    private static readonly Guid Letter = Guid.Parse("019cae00-0000-7000-8000-000000000043");
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly Schedule Times = new(Noon.AddDays(7), Noon.AddDays(8), Noon.AddDays(9), 3600);

    // Callers write plans for times to come; the description is not checked against any clock but the reader's.
    private static readonly PlanBody Body = new(
        Title,
        Purpose,
        new("manipulation", "crypto-derivatives", "yes"),
        Instrument: "cpc",
        Kind: "widespread",
        AlertOn: "2026-02-02",
        Assistance: ["info.files"],
        Fields: ["facts-and-purpose"],
        Targets: [new("t1", "entity", Firm, [new("lei", Lei)])],
        Measures:
        [
            new(
                "m1",
                Lead,
                "fine",
                ["t1"],
                "decision",
                "XA",
                new("50000000.00", "USD"),
                [new(Other, "m2", "20000000")]
            ),
            new("m2", Other, "fine", ["t1"], "decision", "MSA", new("20000000.00", "USD")),
            new("m3", Other, "freeze", ["t1"], Needed),
        ],
        Participants: [Other],
        Rule: new("quorum", 2, [Lead]),
        Schedule: new("2035-03-09T12:00:00Z", "2035-03-10T12:00:00Z", "2035-03-11T12:00:00Z", 3600),
        Statement: new("Two authorities acted today.", "2035-03-11T13:00:00Z", "by-all")
    );

    public static IReadOnlyList<Example> All { get; } =
    [
        Example.Of(new DraftAction.Body(Case, Body, ["digital-assets"])),
        Example.Of(new RevisePlan.Body(Body)),
        Example.Of(new RecordTitle.Body("m3", "7 Gs 12/26", "District court", "2026-03-02", 60)),
        Example.Of(
            new DeclineAction.Body(
                "negligible-impact",
                "Two customers live here.",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["not-occurred-here"] = "no" }
            )
        ),
        Example.Of(new HoldAction.Body("The court asks for a day.")),
        Example.Of(new AbortAction.Body("The assets are gone.")),
        Example.Of(new WithholdMeasures.Body("The judge lifted the order.")),
        Example.Of(new ConcludeAction.Body("Carried out.")),
        Example.Of(new BoardAnswer(Board(), Noon, null)),
        Example.Of<IReadOnlyList<TriedProposal>>([
            new(
                Other,
                true,
                null,
                "GRANT",
                "cpc",
                ["CPC Art. 11"],
                [],
                "The whole plan, by the groups digital-assets unless it chose others.",
                [new("m3", "freeze.assets", true, ["CPC Art. 9(4)"], ["act-simultaneously"])],
                ["Assistance may be given."]
            ),
        ]),
        Example.Of(Sheet()),
        Example.Of(
            new Page<ActionLine>(
                [new(Id, "XA-ACT-2026-0001", Title, "armed", Lead, Case, Times.ReleaseAt, Noon, Noon, 9)],
                null
            )
        ),
        Example.Of(
            new Page<TimelineEntry>(
                [new(6, Noon, "readiness-told", Other, Other, "declined negligible-impact", "Few live here.", Letter)],
                null
            )
        ),
        Example.Of<IReadOnlyList<WaitingCount>>([new(Other, "readiness", 2, 1, Noon)]),
    ];

    private static ActionSheet Sheet() =>
        new()
        {
            Id = Id,
            Version = 9,
            Authority = Lead,
            Lead = Lead,
            Reference = "XA-ACT-2026-0001",
            CaseId = Case,
            State = "armed",
            Plan = new Plan(
                1,
                Title,
                Purpose,
                new Matter("manipulation", "crypto-derivatives", "yes"),
                "cpc",
                "widespread",
                "2026-02-02",
                ["info.files"],
                [],
                [new("t1", "entity", Firm, [new("lei", Lei)])],
                [new("m3", Other, MeasureKinds.Freeze, ["t1"], Needed, null, null, [])],
                [new(Other, false, []), new(Lead, false, [])],
                new DecisionRule(DecisionRule.Consensus, 0, []),
                Times,
                null,
                "TLP:AMBER"
            ),
            Order = new Order(1, Standing.Armed, 1, null, Noon),
            WillRelease = true,
            Stands =
            [
                new(Other)
                {
                    Vote = new(1, Readiness.Ready, "9f2c", [], null, null, [], null, Noon),
                    Receipt = new(1, Standing.Armed, OrderEffect.Held, Noon),
                },
            ],
            Waits = [new(Other, "order-receipt", Noon, Times.CutOff, "running")],
            Letters = [new(Letter, Other, "action.order", "delivered", null, Noon)],
            Groups = ["digital-assets"],
            OpenedAt = Noon,
            ChangedAt = Noon,
        };

    private static ActionBoard Board() =>
        new()
        {
            Id = Id,
            Version = 9,
            Authority = Lead,
            Lead = Lead,
            State = "armed",
            ReadyBy = Times.ReadyBy,
            CutOff = Times.CutOff,
            ReleaseAt = Times.ReleaseAt,
            WindowEnd = Times.WindowEnd,
            PlanVersion = 1,
            IsRuleMet = true,
            Order = new(1, "armed", 1, null, Noon),
            WillRelease = true,
            Participants =
            [
                new()
                {
                    Authority = Other,
                    TakesPart = true,
                    MustJoin = false,
                    IsEssential = false,
                    Readiness = "ready",
                    VotedAt = Noon,
                    OrderNumber = 1,
                    OrderStanding = "armed",
                    OrderEffect = "held",
                    OrderAt = Noon,
                },
            ],
            ChangedAt = Noon,
        };
}
