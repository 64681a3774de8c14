using CaseCoordination.Correspondence.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.Correspondence;

/// <summary>Shapes of input that speak the treaty vocabulary.</summary>
public static class Shapes
{
    public static readonly string[] Answers = ["yes", "no", "unknown"];
    public static readonly string[] Tlp = ["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"];
    private static readonly string[] Matters = [.. Vocabulary.Matters];
    private static readonly string[] Overs = [.. Vocabulary.Over];

    public static Shape Matter(this Shape shape, MatterInput? matter, string field = "matter")
    {
        if (matter is null)
        {
            return shape.Wrong(field, "required", "Say what it is about.");
        }

        shape
            .OneOf($"{field}.code", matter.Code, Matters)
            .OneOf($"{field}.over", matter.Over, Overs)
            .OneOf($"{field}.financialInstrument", matter.FinancialInstrument ?? "unknown", Answers);
        if (matter.ConductFrom is not null)
        {
            shape.Date($"{field}.conductFrom", matter.ConductFrom);
        }

        if (matter.ConductTo is not null)
        {
            shape.Date($"{field}.conductTo", matter.ConductTo);
        }

        return shape.Must(
            matter.ConductFrom is null
                || matter.ConductTo is null
                || string.CompareOrdinal(matter.ConductFrom, matter.ConductTo) <= 0,
            $"{field}.conductTo",
            "before-start",
            "The conduct ends on or after the day it began."
        );
    }

    public static Shape Words(this Shape shape, string field, IReadOnlyList<string>? words, int max, int length = 100)
    {
        shape.Count(field, words, 0, max);
        foreach (var (word, i) in (words ?? []).Take(max).Select((w, i) => (w, i)))
        {
            shape.Text($"{field}[{i}]", word, length);
        }

        return shape;
    }

    public static Shape WordsOf(
        this Shape shape,
        string field,
        IReadOnlyList<string>? words,
        IReadOnlyCollection<string> allowed
    )
    {
        shape.Count(field, words, 0, allowed.Count);
        foreach (var (word, i) in (words ?? []).Take(allowed.Count).Select((w, i) => (w, i)))
        {
            shape.OneOf($"{field}[{i}]", word, allowed);
        }

        return shape;
    }

    public static Shape Facts(this Shape shape, string field, IReadOnlyDictionary<string, string>? facts)
    {
        foreach (var (predicate, answer) in facts ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            shape
                .Must(
                    Vocabulary.Predicates.Contains(predicate),
                    $"{field}.{predicate}",
                    "not-in-list",
                    $"One of: {string.Join(", ", Vocabulary.Predicates)}."
                )
                .OneOf($"{field}.{predicate}", answer, Answers);
        }

        return shape;
    }

    public static Shape ReplyBy(this Shape shape, string field, string? day) =>
        day is null ? shape : shape.Date(field, day);

    public static string[] Distinct(IEnumerable<string>? words) =>
        [.. (words ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

/// <summary>What something is about: codes of the treaty vocabulary, whether the thing traded is a financial instrument, first and last day.</summary>
public sealed record MatterInput(
    string? Code,
    string? Over,
    string? FinancialInstrument = null,
    string? ConductFrom = null,
    string? ConductTo = null
)
{
    public Matter ToMatter() => new(Code!, Over!, FinancialInstrument ?? "unknown", ConductFrom, ConductTo);
}
