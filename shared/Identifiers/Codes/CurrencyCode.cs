namespace CaseCoordination.Identifiers;

/// <summary>Currency code, ISO 4217 alphabetic: the shape only, since the list of currencies changes.</summary>
public static class CurrencyCode
{
    public const string Scheme = "currency";

    /// <summary>Checks the shape; lower-case letters are accepted and written in capitals.</summary>
    public static IdentifierCheck Check(string? value) => IdentifierText.Read(Scheme, value, Check);

    private static IdentifierCheck Check(IdentifierText given)
    {
        var text = given.Upper();
        return text.FindOutside(char.IsAsciiLetter, "A currency code consists of three letters, such as EUR.")
            ?? text.FindWrongLength(3, "A currency code")
            ?? text.Right(text.Value, IdentifierAssurance.Shape);
    }
}
