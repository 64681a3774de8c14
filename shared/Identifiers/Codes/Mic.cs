namespace CaseCoordination.Identifiers;

/// <summary>Market identifier code, ISO 10383: four letters or digits; only the register knows which exist.</summary>
public static class Mic
{
    public const string Scheme = "mic";

    /// <summary>Checks a MIC's shape; lower-case letters are accepted and written in capitals.</summary>
    public static IdentifierCheck Check(string? value) => IdentifierText.Read(Scheme, value, Check);

    internal static IdentifierCheck Check(IdentifierText given)
    {
        var text = given.Upper();
        return text.FindOutside(char.IsAsciiLetterOrDigit, "A MIC consists of letters and digits.")
            ?? text.FindWrongLength(4, "A MIC")
            ?? text.Right(text.Value, IdentifierAssurance.Shape, new IdentifierPart("market", text.Value));
    }
}
