namespace CaseCoordination.Identifiers;

/// <summary>Unique product identifier of OTC derivatives, ISO 4914: QZ, nine characters, one check character.</summary>
public static class Upi
{
    public const string Scheme = "upi";
    private const int Length = 12;

    /// <summary>Checks a UPI; lower-case letters are accepted and written in capitals.</summary>
    public static IdentifierCheck Check(string? value) => IdentifierText.Read(Scheme, value, Check);

    internal static IdentifierCheck Check(IdentifierText given)
    {
        var text = given.Upper();
        return text.FindOutside(Consonant.Is, Consonant.Expectation("A UPI"))
            ?? text.FindWrongLength(Length, "A UPI")
            ?? FindWrongPrefix(text)
            ?? Consonant.FindWrongCheckCharacter(text, "UPI")
            ?? text.Right(
                text.Value,
                IdentifierAssurance.Checksum,
                new("prefix", "QZ"),
                new("product", text.Value[2..11]),
                new("check-character", text.Value[11..])
            );
    }

    private static IdentifierCheck? FindWrongPrefix(IdentifierText text) =>
        text.Value.StartsWith("QZ", StringComparison.Ordinal)
            ? null
            : text.Wrong(
                IdentifierProblemCodes.WrongPrefix,
                "A UPI begins with the letters QZ.",
                text[0] == 'Q' ? 1 : 0
            );
}
