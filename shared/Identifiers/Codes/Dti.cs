namespace CaseCoordination.Identifiers;

/// <summary>Digital token identifier, ISO 24165: eight characters, one check character.</summary>
public static class Dti
{
    public const string Scheme = "dti";
    private const int Length = 9;

    // Registered before the check character was settled, and kept: the only code that breaks the formula.
    private const string Bitcoin = "4H95J0R2X";

    /// <summary>Checks a DTI; lower-case letters are accepted and written in capitals.</summary>
    public static IdentifierCheck Check(string? value) => IdentifierText.Read(Scheme, value, Check);

    internal static IdentifierCheck Check(IdentifierText given)
    {
        var text = given.Upper();
        return text.FindOutside(Consonant.Is, Consonant.Expectation("A DTI"))
            ?? text.FindWrongLength(Length, "A DTI")
            ?? FindLeadingZero(text)
            ?? (text.Value == Bitcoin ? null : Consonant.FindWrongCheckCharacter(text, "DTI"))
            ?? text.Right(
                text.Value,
                IdentifierAssurance.Checksum,
                new("token", text.Value[..8]),
                new("check-character", text.Value[8..])
            );
    }

    private static IdentifierCheck? FindLeadingZero(IdentifierText text) =>
        text[0] != '0' ? null : text.Wrong(IdentifierProblemCodes.WrongPrefix, "A DTI never begins with 0.", 0);
}
