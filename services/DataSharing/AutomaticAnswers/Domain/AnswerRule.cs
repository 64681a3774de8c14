using System.Diagnostics;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.AutomaticAnswers.Domain;

/// <summary>A rule by which one authority answers requests without a person: in force once a second person approved its terms.</summary>
public sealed record AnswerRule : IEvolve<AnswerRule>
{
    public Guid Id { get; init; }
    public string Authority { get; init; } = "";
    public RuleTerms Terms { get; init; } = RuleTerms.None;

    /// <summary>Who wrote the terms as they stand; somebody else approves them.</summary>
    public string WrittenBy { get; init; } = "";
    public string? ApprovedBy { get; init; }
    public string? Paused { get; init; }
    public string? Retired { get; init; }
    public DateTimeOffset DraftedAt { get; init; }

    public RuleStage Stage =>
        Authority.Length == 0 ? RuleStage.Unknown
        : Retired is not null ? RuleStage.Retired
        : ApprovedBy is null ? RuleStage.Draft
        : Paused is not null ? RuleStage.Paused
        : RuleStage.InForce;

    public AnswerRule Evolve(object @event) =>
        @event switch
        {
            RuleDrafted e => this with
            {
                Id = e.RuleId,
                Authority = e.Authority,
                Terms = e.Terms,
                WrittenBy = e.By,
                DraftedAt = e.At,
            },
            RuleRevised e => this with { Terms = e.Terms, WrittenBy = e.By, ApprovedBy = null },
            RuleApproved e => this with { ApprovedBy = e.By },
            RulePaused e => this with { Paused = e.Reason },
            RuleResumed => this with { Paused = null },
            RuleRetired e => this with { Retired = e.Reason },
            _ => throw new UnreachableException($"{@event.GetType().Name} is not an event of a rule."),
        };
}

/// <summary>Where a rule stands; only one in force answers.</summary>
public enum RuleStage
{
    Unknown,
    Draft,
    InForce,
    Paused,
    Retired,
}

/// <summary>What a rule answers, to whom, how much, when, and what it leaves out.</summary>
/// <param name="Name">For people; rules are tried in the order of their names.</param>
/// <param name="Category">The one category of supervisory records that it gives.</param>
/// <param name="Requesters">Authorities that it answers; empty for all that an instrument entitles.</param>
/// <param name="Instruments">Legal bases under which it answers; empty for all.</param>
/// <param name="Matters">Matter codes that it answers; empty for all.</param>
/// <param name="Facts">What this authority states of every such request, by predicate: a ground that it excludes stays excluded.</param>
/// <param name="MostRecords">Records in one answer; more wait for a person.</param>
/// <param name="MostAnswersPerDay">Answers to one requester in one day of this authority; more wait for a person.</param>
/// <param name="LongestPeriodDays">Days that one answer may span; an ask without a first and last day waits for a person.</param>
/// <param name="Hours">Hours of the day in which it answers, where this authority sits; null for always.</param>
/// <param name="WorkingDaysOnly">It rests on days that are no working days of this authority.</param>
/// <param name="Withhold">Fields that are left out of what it gives.</param>
/// <param name="PersonalDataReason">Why the purpose needs fields with personal data; without it they are left out.</param>
public sealed record RuleTerms(
    string Name,
    string Category,
    string[] Requesters,
    string[] Instruments,
    string[] Matters,
    IReadOnlyDictionary<string, string> Facts,
    int MostRecords,
    int MostAnswersPerDay,
    int LongestPeriodDays,
    HoursOfDay? Hours,
    bool WorkingDaysOnly,
    string[] Withhold,
    string Tlp,
    string Handling,
    string? PersonalDataReason
)
{
    public static RuleTerms None { get; } =
        new(
            "",
            "",
            [],
            [],
            [],
            new Dictionary<string, string>(StringComparer.Ordinal),
            0,
            0,
            0,
            null,
            false,
            [],
            "",
            "",
            null
        );

    /// <summary>Equal in every word; the lists inside make records alone compare by reference.</summary>
    public bool IsSame(RuleTerms other) =>
        System.Text.Json.JsonSerializer.Serialize(this) == System.Text.Json.JsonSerializer.Serialize(other);
}

/// <summary>From one full hour to before another, 0 to 24.</summary>
public sealed record HoursOfDay(int From, int To);
