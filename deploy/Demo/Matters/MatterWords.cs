using CaseCoordination.TreatyLaw;

namespace CaseCoordination.Demo.Matters;

/// <summary>The closed lists that a matter file may choose from; tests hold them against the services' own.</summary>
public static class MatterWords
{
    public static IReadOnlyList<string> Kinds { get; } = ["person", "entity", "venue", "wallet", "account"];
    public static IReadOnlyList<string> Answers { get; } = ["yes", "no", "unknown"];
    public static IReadOnlyList<string> Handling { get; } = [.. Vocabulary.Markings];
    public static IReadOnlyList<string> Matters { get; } = [.. Vocabulary.Matters];
    public static IReadOnlyList<string> Over { get; } = [.. Vocabulary.Over];
    public static IReadOnlyList<string> Assistance { get; } = [.. Vocabulary.Assistance];
    public static IReadOnlyList<string> ContentFields { get; } = [.. Vocabulary.Fields];

    public static IReadOnlyList<string> Tlp { get; } =
    ["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"];

    public static IReadOnlyList<string> Grounds { get; } =
    [
        "violates-domestic-law",
        "request-not-compliant",
        "security",
        "public-or-national-interest",
        "prejudice-own-investigation",
        "proceedings",
        "sanctions",
        "not-needed",
        "secrecy-not-accepted",
        "no-infringement-found",
        "insufficient-information",
        "negligible-impact",
        "not-occurred-here",
        "ne-bis-in-idem",
        "fundamental-rights",
        "measure-unavailable",
        "not-competent",
        "no-capacity",
    ];

    public static IReadOnlyList<string> Outcomes { get; } =
    [
        "sanctioned",
        "settled",
        "charges-brought",
        "warned",
        "referred",
        "remedied",
        "no-breach-found",
        "insufficient-evidence",
        "discontinued",
    ];
}
