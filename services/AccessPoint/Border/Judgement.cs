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
    /// <summary>Reason of a letter that relies on one which this border does not know.</summary>
    public const string ReliedLetterUnknown = "relied-letter-unknown";

    /// <summary>So long a letter waits for the one that it relies on.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(5);

    /// <summary>What was judged, besides the law; null when no law was asked.</summary>
    public string? Asked { get; init; }

    /// <summary>Hash of the law book that decided; null when no law was asked.</summary>
    public string? Book { get; init; }

    /// <summary>What binds the letter, in JSON; the same for one version of an instrument everywhere.</summary>
    public string Obligations { get; init; } = "[]";

    /// <summary>
    /// Why the letter is not decided on yet; null when it is. Letters written one after the other may come in another order, and
    /// what overtook the letter that it relies on must not be stopped for that.
    /// </summary>
    public string? NotYet(DateTimeOffset submittedAt, DateTimeOffset now) =>
        Reason == ReliedLetterUnknown && (now - submittedAt).Duration() < Patience ? Reason : null;

    /// <summary>Stops a letter for its form, before any law is asked.</summary>
    public static Judgement Stop(string reason, string explanation) =>
        new(false, reason, explanation, "none", "none", null, [], [], "{}");
}
