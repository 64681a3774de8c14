namespace CaseCoordination.Identifiers;

/// <summary>Chain, CAIP-2: a namespace, a colon and a reference, such as eip155:1.</summary>
public static class Caip2
{
    public const string Scheme = "caip-2";

    /// <summary>Checks a chain id, by the namespace's own rules where they are known.</summary>
    public static IdentifierCheck Check(string? value) => IdentifierText.Read(Scheme, value, Check);

    internal static IdentifierCheck Check(IdentifierText text)
    {
        var colon = text.Value.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return text.Wrong(
                IdentifierProblemCodes.PartMissing,
                "A chain is written as namespace, colon and reference, such as eip155:1; there is no colon."
            );
        }

        var name = text.Part(0, colon);
        var reference = text.From(colon + 1);
        var wrong = FindWrongNamespace(name, "chain namespace") ?? FindWrongReference(reference);
        if (wrong is not null)
        {
            return wrong;
        }

        var normalised = ChainReference.Check(name.Value, reference);
        return normalised.IsValid
            ? text.Right(
                $"{name.Value}:{normalised.Value}",
                IdentifierAssurance.Shape,
                new("namespace", name.Value),
                new("reference", normalised.Value!)
            )
            : normalised;
    }

    internal static IdentifierCheck? FindWrongNamespace(IdentifierText name, string what) =>
        name.FindOutside(
            c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-',
            $"A {what} consists of lower-case letters, digits and hyphens."
        )
        ?? (
            name.Length is >= 3 and <= 8
                ? null
                : name.Wrong(
                    IdentifierProblemCodes.WrongLength,
                    $"A {what} has 3 to 8 characters, such as eip155; this has {name.Length}."
                )
        );

    private static IdentifierCheck? FindWrongReference(IdentifierText reference) =>
        reference.FindOutside(
            c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_',
            "A chain reference consists of letters, digits, hyphens and underscores."
        )
        ?? (
            reference.Length is >= 1 and <= 32
                ? null
                : reference.Wrong(
                    IdentifierProblemCodes.WrongLength,
                    $"A chain reference has 1 to 32 characters; this has {reference.Length}."
                )
        );
}
