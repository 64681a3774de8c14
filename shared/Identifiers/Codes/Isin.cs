namespace CaseCoordination.Identifiers;

/// <summary>Securities identifier, ISO 6166: two letters, nine letters or digits, one check digit (Luhn).</summary>
public static class Isin
{
    public const string Scheme = "isin";
    private const int Length = 12;

    /// <summary>Checks an ISIN; lower-case letters are accepted and written in capitals.</summary>
    public static IdentifierCheck Check(string? value) => IdentifierText.Read(Scheme, value, Check);

    internal static IdentifierCheck Check(IdentifierText given)
    {
        var text = given.Upper();
        return text.FindOutside(char.IsAsciiLetterOrDigit, "An ISIN consists of letters and digits.")
            ?? text.FindWrongLength(Length, "An ISIN")
            ?? text.Part(0, 2)
                .FindOutside(char.IsAsciiLetter, "An ISIN begins with two letters: a country, or XS, XT and the like.")
            ?? text.Part(11, 1).FindOutside(char.IsAsciiDigit, "The last character of an ISIN is a digit.")
            ?? FindWrongCheckDigit(text)
            ?? text.Right(
                text.Value,
                IdentifierAssurance.Checksum,
                new("prefix", text.Value[..2]),
                new("national-number", text.Value[2..11]),
                new("check-digit", text.Value[11..])
            );
    }

    private static IdentifierCheck? FindWrongCheckDigit(IdentifierText text)
    {
        var right = CheckCharacters.Luhn(text.Value.AsSpan(0, 11));
        return text[11] == right
            ? null
            : text.Wrong(
                IdentifierProblemCodes.CheckDigitsWrong,
                $"The ISIN ends with the check digit {text[11]}, but the 11 characters before it give {right}. "
                    + "At least one of the 12 characters is wrong: compare all of them with the source.",
                11
            );
    }
}
