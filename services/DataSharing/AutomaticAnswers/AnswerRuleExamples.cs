using CaseCoordination.DataSharing.AutomaticAnswers.Domain;
using CaseCoordination.DataSharing.AutomaticAnswers.Questions;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.DataSharing.AutomaticAnswers;

/// <summary>What rules of automatic answers look like in the API's description.</summary>
internal static class AnswerRuleExamples
{
    private const string Name = "Trades for partners in office hours";
    private static readonly Guid Id = Guid.Parse("019cae00-0000-7000-8000-000000000041");
    private static readonly Guid Request = Guid.Parse("019cae00-0000-7000-8000-000000000001");
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly RuleSheet Sheet = new(
        Id,
        3,
        "in-force",
        new RuleTerms(
            Name,
            "trades",
            ["MSA-FMA"],
            ["iosco-emmou"],
            ["manipulation"],
            new Dictionary<string, string>(StringComparer.Ordinal),
            10_000,
            20,
            31,
            new HoursOfDay(8, 18),
            true,
            [],
            "TLP:AMBER",
            "H1",
            null
        ),
        "steward-1",
        "approver-1",
        null,
        null,
        Noon,
        Noon
    );

    public static IReadOnlyList<Example> All { get; } =
    [
        Example.Of(
            new RuleBody(
                Name,
                "trades",
                ["MSA-FMA"],
                ["iosco-emmou"],
                ["manipulation"],
                Hours: new HoursOfDay(8, 18),
                WorkingDaysOnly: true
            )
        ),
        Example.Of(new PauseRule.ReasonBody("The venue corrects its records.")),
        Example.Of(new TryRule.Body("2026-01-01", "2026-03-31")),
        Example.Of(
            new TriedRule(
                2,
                1,
                [new(Request, "XA-RFA-2026-0001", "MSA-FMA", Noon, true, [], ["The rule answers it."], 120)]
            )
        ),
        Example.Of(Sheet),
        Example.Of<IReadOnlyList<RuleSheet>>([Sheet]),
        Example.Of(
            new ExplainedAnswer(
                Id,
                120,
                [new(Id, Name, [], ["The rule answers it."])],
                "GRANT",
                "iosco-emmou",
                ["EMMoU art. 3(2)"],
                ["Assistance is owed."],
                Noon
            )
        ),
    ];
}
