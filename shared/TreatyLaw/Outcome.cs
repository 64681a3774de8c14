namespace CaseCoordination.TreatyLaw;

/// <summary>What a decision says; the codes are those of the treaty model.</summary>
public enum Outcome
{
    None,
    Grant,
    GrantWithConditions,
    Partial,
    Incomplete,
    Defer,
    RefusalAvailable,
    PendingFacts,
    NeedsConsent,
    NeedsNotice,
    Blocked,
    NoBasis,
}

/// <summary>The written codes of outcomes, and what an outcome allows.</summary>
public static class Outcomes
{
    private static readonly string[] Codes =
    [
        "none",
        "GRANT",
        "GRANT_WITH_CONDITIONS",
        "PARTIAL",
        "INCOMPLETE",
        "DEFER",
        "REFUSAL_AVAILABLE",
        "PENDING_FACTS",
        "NEEDS_CONSENT",
        "NEEDS_NOTICE",
        "BLOCKED",
        "NO_BASIS",
    ];

    public static string Code(this Outcome outcome) => Codes[(int)outcome];

    public static Outcome? Parse(string? code) =>
        Array.IndexOf(Codes, code) is var index and >= 0 ? (Outcome)index : null;

    /// <summary>Something may be given, used or done now, with the duties that the decision lists.</summary>
    public static bool Permits(this Outcome outcome) =>
        outcome is Outcome.Grant or Outcome.GrantWithConditions or Outcome.Partial;

    /// <summary>A named person has to decide; the system offers, and never refuses by itself.</summary>
    public static bool NeedsPerson(this Outcome outcome) => outcome is Outcome.RefusalAvailable or Outcome.Defer;
}
