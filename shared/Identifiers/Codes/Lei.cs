namespace CaseCoordination.Identifiers;

/// <summary>Legal entity identifier, ISO 17442: 18 letters or digits, then two check digits (MOD 97-10).</summary>
public static class Lei
{
    public const string Scheme = "lei";
    internal const int Length = 20;

    /// <summary>Checks an LEI; lower-case letters are accepted and written in capitals.</summary>
    public static IdentifierCheck Check(string? value) => IdentifierText.Read(Scheme, value, Check);

    internal static IdentifierCheck Check(IdentifierText given)
    {
        var text = given.Upper();
        return text.FindOutside(char.IsAsciiLetterOrDigit, "An LEI consists of letters and digits.")
            ?? text.FindWrongLength(Length, "An LEI")
            ?? FindWrongCheckDigits(text)
            ?? text.Right(
                text.Value,
                IdentifierAssurance.Checksum,
                new("issuer-prefix", text.Value[..4]),
                new("entity", text.Value[4..18]),
                new("check-digits", text.Value[18..])
            );
    }

    /// <summary>Also serves the UTI, whose first 20 characters are an LEI.</summary>
    internal static IdentifierCheck? FindWrongCheckDigits(IdentifierText text)
    {
        if (
            text.Part(18, 2).FindOutside(char.IsAsciiDigit, "The last two characters of an LEI are digits.") is
            { } wrong
        )
        {
            return wrong;
        }

        if (CheckCharacters.Mod97(text.Value) == 1)
        {
            return null;
        }

        var right = 98 - CheckCharacters.Mod97(text.Value[..18] + "00");
        return text.Part(18, 2)
            .Wrong(
                IdentifierProblemCodes.CheckDigitsWrong,
                $"The LEI ends with the check digits {text.Value[18..]}, but the 18 characters before them give {right:00}. "
                    + "At least one of the 20 characters is wrong: compare all of them with the source.",
                0
            );
    }
}
