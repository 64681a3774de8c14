namespace CaseCoordination.Identifiers;

/// <summary>Country code, ISO 3166-1 alpha-2: the shape only, since the list of countries changes.</summary>
public static class CountryCode
{
    public const string Scheme = "country";

    /// <summary>Checks the shape; lower-case letters are accepted and written in capitals.</summary>
    public static IdentifierCheck Check(string? value) => IdentifierText.Read(Scheme, value, Check);

    private static IdentifierCheck Check(IdentifierText given)
    {
        var text = given.Upper();
        return text.FindOutside(char.IsAsciiLetter, "A country code consists of two letters, such as DE.")
            ?? text.FindWrongLength(2, "A country code")
            ?? text.Right(text.Value, IdentifierAssurance.Shape);
    }
}
