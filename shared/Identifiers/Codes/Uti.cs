namespace CaseCoordination.Identifiers;

/// <summary>Unique transaction identifier, ISO 23897: the generator's LEI, then up to 32 letters or digits.</summary>
public static class Uti
{
    public const string Scheme = "uti";
    private const int Longest = Lei.Length + 32;

    /// <summary>Checks a UTI; lower-case letters are accepted and written in capitals.</summary>
    /// <remarks>Only the LEI in it has check digits: a slip in the part after it goes unnoticed.</remarks>
    public static IdentifierCheck Check(string? value) => IdentifierText.Read(Scheme, value, Check);

    internal static IdentifierCheck Check(IdentifierText given)
    {
        var text = given.Upper();
        if (text.FindOutside(char.IsAsciiLetterOrDigit, "A UTI consists of letters and digits.") is { } wrong)
        {
            return wrong;
        }

        if (text.Length is < Lei.Length or > Longest)
        {
            return text.Wrong(
                IdentifierProblemCodes.WrongLength,
                $"A UTI has {Lei.Length} to {Longest} characters, beginning with the LEI of its generator; this has {text.Length}."
            );
        }

        return Lei.FindWrongCheckDigits(text.Part(0, Lei.Length))
            ?? text.Right(
                text.Value,
                IdentifierAssurance.Shape,
                new("generator-lei", text.Value[..Lei.Length]),
                new("transaction", text.Value[Lei.Length..])
            );
    }
}
