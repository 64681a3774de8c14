using CaseCoordination.Platform.Http;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.Packages;

/// <summary>Markings of items: TLP 2.0 and H0 to H3; what is classified by a state does not pass the door.</summary>
internal static class Markings
{
    public static readonly string[] Tlp = ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"];
    public static readonly string[] Handling = [.. Vocabulary.Markings];

    private static readonly string[] Classified =
    [
        "CONFIDENTIAL",
        "CONFIDENTIEL",
        "RESTRICTED",
        "RESTREINT",
        "SECRET",
        "TOPSECRET",
        "COSMIC",
        "GEHEIM",
        "VERTRAULICH",
        "NFD",
        "EUCI",
        "NOFORN",
        "CLASSIFIED",
    ];

    private static readonly char[] Between = [' ', '-', '_', '/', ':', ',', '.', '(', ')', '+', '\t'];

    /// <summary>True when any word of a marking is that of a classification; UNCLASSIFIED is none.</summary>
    public static bool IsClassified(string? marking) =>
        (marking ?? "")
            .ToUpperInvariant()
            .Split(Between, StringSplitOptions.RemoveEmptyEntries)
            .Any(word => Classified.Contains(word, StringComparer.Ordinal));

    /// <summary>The label as this system spells it, with or without <c>TLP:</c> before it.</summary>
    public static string? Spell(string? tlp) =>
        tlp?.StartsWith("TLP:", StringComparison.Ordinal) == true ? tlp["TLP:".Length..] : tlp;

    public static Shape Marking(this Shape shape, string field, string? marking, IReadOnlyCollection<string> allowed) =>
        IsClassified(marking)
            ? shape.Wrong(
                field,
                "marking-classified",
                "Classified information does not travel here; use the channel that its originator prescribes."
            )
            : shape.OneOf(field, marking, allowed);
}
