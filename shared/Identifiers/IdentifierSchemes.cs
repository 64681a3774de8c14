using System.Collections.Frozen;

namespace CaseCoordination.Identifiers;

/// <summary>The front door: every scheme by its code, and one check for them all.</summary>
/// <remarks>
/// No input throws. Ordinary spaces around a value are dropped; any other white space, control character or character
/// outside ASCII is a problem, never repaired. Values longer than <see cref="LongestValue"/> are refused unread.
/// </remarks>
public static class IdentifierSchemes
{
    /// <summary>The most characters a value may have, spaces around it included.</summary>
    public const int LongestValue = 512;

    private static readonly (string Scheme, Func<IdentifierText, IdentifierCheck> Check)[] Rules =
    [
        (Lei.Scheme, Lei.Check),
        (Isin.Scheme, Isin.Check),
        (Uti.Scheme, Uti.Check),
        (Upi.Scheme, Upi.Check),
        (Dti.Scheme, Dti.Check),
        (Mic.Scheme, Mic.Check),
        (Cfi.Scheme, Cfi.Check),
        (Caip2.Scheme, Caip2.Check),
        (Caip10.Scheme, Caip10.Check),
        (Caip19.Scheme, Caip19.Check),
    ];

    private static readonly FrozenDictionary<string, Func<IdentifierText, IdentifierCheck>> ByScheme =
        Rules.ToFrozenDictionary(rule => rule.Scheme, rule => rule.Check, StringComparer.Ordinal);

    /// <summary>The codes of all schemes, in lower-kebab case.</summary>
    public static IReadOnlyList<string> All { get; } = Array.AsReadOnly(Rules.Select(rule => rule.Scheme).ToArray());

    /// <summary>Checks and normalises a value of a scheme, or explains what is wrong with it.</summary>
    public static IdentifierCheck Check(string? scheme, string? value) =>
        scheme is not null && ByScheme.TryGetValue(scheme, out var check)
            ? IdentifierText.Read(scheme, value, check)
            : new IdentifierCheck
            {
                Scheme = "unknown",
                Problem = new(
                    IdentifierProblemCodes.SchemeUnknown,
                    $"No such scheme. Known are: {string.Join(", ", All)}."
                ),
            };
}
