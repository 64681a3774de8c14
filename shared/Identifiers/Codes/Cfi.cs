namespace CaseCoordination.Identifiers;

/// <summary>Classification of financial instruments, ISO 10962: a category, a group and four attributes, one letter each.</summary>
public static class Cfi
{
    public const string Scheme = "cfi";
    private const string Categories = "CDEFHIJKLMORST";

    /// <summary>Checks a CFI's shape and category; lower-case letters are accepted and written in capitals.</summary>
    public static IdentifierCheck Check(string? value) => IdentifierText.Read(Scheme, value, Check);

    internal static IdentifierCheck Check(IdentifierText given)
    {
        var text = given.Upper();
        return text.FindOutside(char.IsAsciiLetter, "A CFI consists of letters; an attribute that does not apply is X.")
            ?? text.FindWrongLength(6, "A CFI")
            ?? FindUnknownCategory(text)
            ?? text.Right(
                text.Value,
                IdentifierAssurance.Shape,
                new("category", text.Value[..1]),
                new("group", text.Value[1..2]),
                new("attributes", text.Value[2..])
            );
    }

    private static IdentifierCheck? FindUnknownCategory(IdentifierText text) =>
        Categories.Contains(text[0], StringComparison.Ordinal)
            ? null
            : text.Wrong(
                IdentifierProblemCodes.UnknownCategory,
                $"{text.Place(0)} is '{text[0]}', which is no category. Categories are {string.Join(", ", Categories.ToCharArray())}; "
                    + "listed options are O, futures F, swaps S.",
                0
            );
}
