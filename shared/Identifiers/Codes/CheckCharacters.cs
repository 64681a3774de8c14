namespace CaseCoordination.Identifiers;

/// <summary>The check-character systems of the ISO codes. Callers pass upper-case ASCII letters and digits only.</summary>
internal static class CheckCharacters
{
    /// <summary>Digits and consonants without Y: no code spells a word.</summary>
    internal const string Consonants = "0123456789BCDFGHJKLMNPQRSTVWXZ";

    /// <summary>ISO 7064 MOD 97-10: letters count 10 to 35, and the whole number leaves 1.</summary>
    internal static int Mod97(ReadOnlySpan<char> characters)
    {
        var rest = 0;
        foreach (var c in characters)
        {
            rest = char.IsAsciiDigit(c) ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
        }

        return rest;
    }

    /// <summary>ISO 7064 hybrid MOD 31,30: the one character that completes the given ones.</summary>
    internal static char Mod31To30(ReadOnlySpan<char> characters)
    {
        var product = 30;
        foreach (var c in characters)
        {
            var sum = (product + Consonants.IndexOf(c, StringComparison.Ordinal)) % 30;
            product = (sum == 0 ? 30 : sum) * 2 % 31;
        }

        return Consonants[(31 - product) % 30];
    }

    /// <summary>Luhn over letters written as two digits: the one digit that completes the given characters.</summary>
    internal static char Luhn(ReadOnlySpan<char> characters)
    {
        var sum = 0;
        var doubled = true;
        for (var i = characters.Length - 1; i >= 0; i--)
        {
            var value = char.IsAsciiDigit(characters[i]) ? characters[i] - '0' : characters[i] - 'A' + 10;
            sum += Weigh(value % 10, doubled);
            doubled = !doubled;
            if (value >= 10)
            {
                sum += Weigh(value / 10, doubled);
                doubled = !doubled;
            }
        }

        return (char)('0' + (10 - sum % 10) % 10);
    }

    private static int Weigh(int digit, bool doubled) =>
        !doubled ? digit
        : digit < 5 ? digit * 2
        : digit * 2 - 9;
}
