using CaseCoordination.DataSharing.AutomaticAnswers.Domain;
using CaseCoordination.DataSharing.Requests.Questions;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.AutomaticAnswers.Questions;

/// <summary>The stored view of a rule: what answering looks up, and what readers see.</summary>
public sealed record RuleEntry
{
    public required Guid Id { get; init; }
    public required string State { get; init; }
    public required string Name { get; init; }
    public required AnswerRule Rule { get; init; }
    public required long Version { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    public static RuleEntry Of(AnswerRule file, StreamFacts facts) =>
        new()
        {
            Id = file.Id,
            State = Kebab.Of(file.Stage),
            Name = file.Terms.Name,
            Rule = file,
            Version = facts.Version,
            ChangedAt = facts.ChangedAt,
        };

    public RuleSheet ToSheet() =>
        new(
            Id,
            Version,
            State,
            Rule.Terms,
            Rule.WrittenBy,
            Rule.ApprovedBy,
            Rule.Paused,
            Rule.Retired,
            Rule.DraftedAt,
            ChangedAt
        );
}

/// <summary>A rule as its readers see it.</summary>
/// <param name="State">draft, in-force, paused or retired.</param>
/// <param name="Paused">Why it rests.</param>
/// <param name="Retired">Why it was ended.</param>
public sealed record RuleSheet(
    Guid Id,
    long Version,
    string State,
    RuleTerms Terms,
    string WrittenBy,
    string? ApprovedBy,
    string? Paused,
    string? Retired,
    DateTimeOffset DraftedAt,
    DateTimeOffset ChangedAt
);
