namespace CaseCoordination.AccessPoint.Border;

/// <summary>What the law says of a letter at this border, flattened so that it can be frozen into an event.</summary>
/// <param name="Permits">The letter may pass.</param>
/// <param name="Reason">Stable code of why it may not; null when it may.</param>
/// <param name="Explanation">What is missing and what would pass, for one's own people.</param>
/// <param name="Decision">The whole decision in its canonical text.</param>
public sealed record Judgement(
    bool Permits,
    string? Reason,
    string Explanation,
    string Outcome,
    string Instrument,
    string? Version,
    string[] Citations,
    string[] Duties,
    string Decision
)
{
    /// <summary>What was judged, besides the law; null when no law was asked.</summary>
    public string? Asked { get; init; }

    /// <summary>Hash of the law book that decided; null when no law was asked.</summary>
    public string? Book { get; init; }

    /// <summary>What binds the letter, in JSON; the same for one version of an instrument everywhere.</summary>
    public string Obligations { get; init; } = "[]";

    /// <summary>Stops a letter for its form, before any law is asked.</summary>
    public static Judgement Stop(string reason, string explanation) =>
        new(false, reason, explanation, "none", "none", null, [], [], "{}");
}
