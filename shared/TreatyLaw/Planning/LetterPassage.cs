using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>
/// Whether a letter that asks may pass a border. Grounds for refusing are for the asked authority's people to use, so facts that
/// only they know stop nothing; a missing basis, an incomplete form or a fact that the asker owes does.
/// </summary>
public static class LetterPassage
{
    /// <summary>Facts about the asker's own matter, which it has to settle before it asks.</summary>
    public static ImmutableArray<string> OwedByAsker { get; } = ["is-financial-instrument"];

    /// <summary>A stable code of what stops the letter; null when it may pass.</summary>
    public static string? StopReason(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Outcome switch
        {
            _ when decision.Duties.Contains("pending-rule-unstated", StringComparer.Ordinal) => "basis-lapsed",
            Outcome.Grant or Outcome.GrantWithConditions or Outcome.Partial => null,
            Outcome.RefusalAvailable or Outcome.Defer => null,
            Outcome.PendingFacts => OwedFacts(decision).IsEmpty ? null : "facts-missing",
            Outcome.Incomplete => "content-incomplete",
            Outcome.NoBasis => "no-basis",
            Outcome.Blocked => "blocked",
            _ => "consent-missing",
        };
    }

    /// <summary>What the asker has to supply before the letter may pass.</summary>
    public static ImmutableArray<string> OwedFacts(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Outcome == Outcome.Incomplete
            ? decision.Ask
            : [.. decision.Ask.Where(fact => OwedByAsker.Contains(fact, StringComparer.Ordinal))];
    }
}
