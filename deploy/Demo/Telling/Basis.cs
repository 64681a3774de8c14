using CaseCoordination.Demo.Nodes;

namespace CaseCoordination.Demo.Telling;

/// <summary>Legal bases as the story writes them.</summary>
internal static class Basis
{
    public static string Of(LetterBasis basis) =>
        basis.Citations.Count == 0
            ? $"{basis.Outcome} under {basis.Instrument}"
            : $"{basis.Outcome} under {basis.Instrument}: {Citations(basis.Citations)}";

    /// <summary>Why a letter was stopped, or what it rests on.</summary>
    public static string Of(LetterLife letter) =>
        letter.Reason is null ? Of(letter.Basis)
        : letter.Basis.Citations.Count == 0 ? $"{letter.Reason}: {letter.Explanation}"
        : $"{letter.Reason}: {letter.Explanation} {Citations(letter.Basis.Citations)}";

    /// <summary>An act is named once for all the provisions of it that follow: "MMoU §1; §4; App. A".</summary>
    public static string Citations(IReadOnlyList<string> citations)
    {
        var act = "";
        var parts = new List<string>();
        foreach (var citation in citations)
        {
            var named = ActOf(citation);
            parts.Add(named.Length > 0 && named == act ? citation[(named.Length + 1)..] : citation);
            act = named;
        }

        return string.Join("; ", parts);
    }

    /// <summary>What an outcome means for the asked authority; null for one that says it by itself.</summary>
    public static string? Meaning(string outcome) =>
        outcome switch
        {
            "PENDING_FACTS" =>
                "PENDING_FACTS: the instrument carries the letter and nothing forbids it. Whether a ground for refusing "
                    + "exists is a question of facts that only the asked authority's people know, so it is left to them.",
            "REFUSAL_AVAILABLE" =>
                "REFUSAL_AVAILABLE: the instrument carries the letter; a ground for refusing exists, and a person decides.",
            _ => null,
        };

    // The act is what stands before the first provision: a section, an article or an annex.
    private static string ActOf(string citation)
    {
        var provisions = new[] { " §", " Art. ", " App. ", " Annex " };
        var at = provisions
            .Select(p => citation.IndexOf(p, StringComparison.Ordinal))
            .Where(i => i > 0)
            .DefaultIfEmpty(0)
            .Min();
        return citation[..at];
    }
}
