using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures.Domain;
using CaseCoordination.EnforcementActions.Measures.Outcomes;
using CaseCoordination.EnforcementActions.Measures.Questions;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.EnforcementActions.Measures;

/// <summary>What measures look like in the API's description.</summary>
internal static class MeasureExamples
{
    private static readonly Guid Id = Guid.Parse("019cae00-0000-7000-8000-000000000051");
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly Target Firm = new(
        "t1",
        "entity",
        "Delta Derivatives Exchange",
        [new("lei", "529900T8BM49AURSDO55")]
    );

    public static IReadOnlyList<Example> All { get; } =
    [
        Example.Of(
            new RecordOutcome.Body(
                "executed",
                Number: "XA/F/2026/17",
                EffectiveAt: Noon,
                AmountFrozen: new("1500.25", "EUR")
            )
        ),
        Example.Of(new ExtendMeasure.Body("XA/F/2026/21", "District Court", "2026-05-20", MaximumDays: 180)),
        Example.Of(new LiftMeasure.Body("The assets were released by the court.")),
        Example.Of(new SetFollowUp.Body("Ask the venue for the list of positions.", "2026-03-09")),
        Example.Of(new FinishFollowUp.Body("The list is exhibit 7.")),
        Example.Of(new Page<MeasureLine>([Line()], null)),
        Example.Of(new Page<OutcomeRow>([Row()], null)),
        Example.Of(
            new OutcomeRegister(
                Id,
                [Row()],
                [new PayableFine("XA-SMA", "m2", "USD", 100, 50, 50, 50)],
                new Dictionary<string, decimal?>(StringComparer.Ordinal) { ["USD"] = 50 },
                []
            )
        ),
    ];

    private static MeasureLine Line() =>
        new(
            Id,
            "XA-ACT-2026-0001",
            "m1",
            MeasureKinds.Freeze,
            "XA",
            [Firm],
            "executed",
            null,
            new Title("m1", "XA/F/2026/17", "District Court", "2026-02-27", 90, "venue"),
            null,
            Noon,
            Noon,
            Noon.AddDays(91),
            null,
            new Money("1500.25", "EUR"),
            null,
            Noon.AddDays(7),
            new Instruction(Id, InstructionKinds.Apply, InstructionStates.Done, null, Noon),
            [new FollowUp(1, "Ask the venue for the list of positions.", "2026-03-09", Noon.AddDays(7), "xa-officer")],
            [new MeasureWord("executed", null, null, Noon, new Money("1500.25", "EUR"), "connector:venue", Noon)]
        );

    private static OutcomeRow Row() =>
        new(
            Id,
            "XA-ACT-2026-0001",
            "MSA-FMA",
            "m2",
            MeasureKinds.TradingSuspension,
            "MSA",
            [Firm],
            "executed",
            null,
            "MSA/2026/4",
            null,
            null,
            Noon,
            Noon,
            null
        );
}
