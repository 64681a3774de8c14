using CaseCoordination.DataSharing.Requests.Questions;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.DataSharing.Statistics;

/// <summary>What statistics look like in the API's description: reckoned, not written.</summary>
internal static class StatisticsExamples
{
    private static readonly CountedRequest[] Counted =
    [
        new("MSA-FMA", "iosco-emmou", "asker", ["closed"], new("answered", 2, 11.5, true, null, 1, 5, 4)),
        new(
            "MSA-FMA",
            "iosco-emmou",
            "asker",
            ["refused"],
            new("refused", null, null, true, "security", 0, null, null)
        ),
    ];

    public static IReadOnlyList<Example> All { get; } =
    [Example.Of(RequestStatistics.Of(Counted, "2026-01-01", "2026-12-31"))];
}
