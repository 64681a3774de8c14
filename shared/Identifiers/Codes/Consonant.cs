namespace CaseCoordination.Identifiers;

/// <summary>What UPI and DTI share: the alphabet without vowels and Y, and the check character over it.</summary>
internal static class Consonant
{
    internal static bool Is(char c) => CheckCharacters.Consonants.Contains(c, StringComparison.Ordinal);

    internal static string Expectation(string what) =>
        $"{what} consists of digits and of letters other than A, E, I, O, U and Y; perhaps a digit such as 0 or 1 is meant.";

    internal static IdentifierCheck? FindWrongCheckCharacter(IdentifierText text, string what)
    {
        var last = text.Length - 1;
        var right = CheckCharacters.Mod31To30(text.Value.AsSpan(0, last));
        return text[last] == right
            ? null
            : text.Wrong(
                IdentifierProblemCodes.CheckDigitsWrong,
                $"The {what} ends with the check character {text[last]}, but the {last} characters before it give {right}. "
                    + $"At least one of the {text.Length} characters is wrong: compare all of them with the source.",
                last
            );
    }
}
