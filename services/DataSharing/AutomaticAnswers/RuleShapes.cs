using CaseCoordination.DataSharing.AutomaticAnswers.Domain;
using CaseCoordination.DataSharing.Requests;
using CaseCoordination.Platform.Http;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.AutomaticAnswers;

/// <summary>A rule's terms, as a caller writes them.</summary>
/// <param name="Category">The category of supervisory records that it gives, such as trades.</param>
/// <param name="Facts">
/// What this authority states of every such request: predicates of the treaty vocabulary, yes or no; proceedings, sanctions,
/// enforcement and commitments, no.
/// </param>
/// <param name="MostRecords">Records in one answer; more wait for a person.</param>
/// <param name="MostAnswersPerDay">Answers to one requester in a day.</param>
/// <param name="LongestPeriodDays">Days that one answer may span.</param>
/// <param name="Withhold">Fields that are left out of what it gives.</param>
/// <param name="PersonalDataReason">Why the purpose needs fields with personal data; without it they are left out.</param>
public sealed record RuleBody(
    string? Name,
    string? Category,
    string[]? Requesters = null,
    string[]? Instruments = null,
    string[]? Matters = null,
    IReadOnlyDictionary<string, string>? Facts = null,
    int MostRecords = 10_000,
    int MostAnswersPerDay = 20,
    int LongestPeriodDays = 31,
    HoursOfDay? Hours = null,
    bool WorkingDaysOnly = false,
    string[]? Withhold = null,
    string? Tlp = null,
    string? Handling = null,
    string? PersonalDataReason = null
);

/// <summary>Shapes of rules.</summary>
internal static class RuleShapes
{
    private static readonly string[] Answers = ["yes", "no"];
    private static readonly string[] OnlyNo = ["no"];
    private static readonly string[] Matters = [.. Vocabulary.Matters];
    private static readonly string[] Handlings = [.. Vocabulary.Markings];

    /// <summary>The terms if their shape is right; everything wrong is noted otherwise.</summary>
    /// <param name="categories">The categories that this service keeps.</param>
    public static RuleTerms Terms(this Shape shape, RuleBody body, IReadOnlyCollection<string> categories)
    {
        shape
            .Text("name", body.Name, 100)
            .OneOf("category", body.Category, categories)
            .Words("requesters", body.Requesters, 200, 50)
            .Words("instruments", body.Instruments, 50)
            .WordsOf("matters", body.Matters, Matters)
            .Must(body.MostRecords is >= 1 and <= 1_000_000, "mostRecords", "out-of-range", "From 1 to 1000000.")
            .Must(
                body.MostAnswersPerDay is >= 1 and <= 1000,
                "mostAnswersPerDay",
                "out-of-range",
                "From 1 to 1000: each day's are counted one by one."
            )
            .Must(body.LongestPeriodDays is >= 1 and <= 3660, "longestPeriodDays", "out-of-range", "From 1 to 3660.")
            .Must(
                body.Hours is null or { From: >= 0, To: <= 24 }
                    && (body.Hours is null || body.Hours.From < body.Hours.To),
                "hours",
                "out-of-range",
                "From 0 to 24, the first before the last."
            )
            .Words("withhold", body.Withhold, 100, 100)
            .OneOf("tlp", body.Tlp ?? "TLP:AMBER", Shapes.Tlp)
            .Optional("personalDataReason", body.PersonalDataReason, 1000)
            .OneOf("handling", body.Handling ?? Handlings[0], Handlings);
        foreach (var (fact, answer) in body.Facts ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            shape
                .Must(
                    RefusalGrounds.All.Contains(fact, StringComparer.Ordinal),
                    $"facts.{fact}",
                    "not-in-list",
                    $"One of: {string.Join(", ", RefusalGrounds.All)}."
                )
                .OneOf($"facts.{fact}", answer, RequestQuestion.KnownThings.Contains(fact) ? OnlyNo : Answers);
        }

        return shape.IsWrong
            ? RuleTerms.None
            : new RuleTerms(
                body.Name!,
                body.Category!,
                Shapes.Distinct(body.Requesters),
                Shapes.Distinct(body.Instruments),
                Shapes.Distinct(body.Matters),
                new SortedDictionary<string, string>(
                    (body.Facts ?? new Dictionary<string, string>(StringComparer.Ordinal)).ToDictionary(
                        f => f.Key,
                        f => f.Value,
                        StringComparer.Ordinal
                    ),
                    StringComparer.Ordinal
                ),
                body.MostRecords,
                body.MostAnswersPerDay,
                body.LongestPeriodDays,
                body.Hours,
                body.WorkingDaysOnly,
                Shapes.Distinct(body.Withhold),
                body.Tlp ?? "TLP:AMBER",
                body.Handling ?? "",
                body.PersonalDataReason
            );
    }
}
