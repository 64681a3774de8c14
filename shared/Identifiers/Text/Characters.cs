using System.Globalization;

namespace CaseCoordination.Identifiers;

/// <summary>Finds what no identifier contains, and names what it was probably meant to be.</summary>
internal static class Characters
{
    // Letters of other scripts that print like these Latin letters; order matters, pair by pair.
    private const string Foreign = "АВЕЅІЈКМНОРСТУХасеіјорѕухԁԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧορνıſ";
    private const string Latin = "ABESIJKMHOPCTYXaceijopsyxdqwhABEZHIKMNOPTYXopvis";

    internal static IdentifierCheck? FindUnacceptable(IdentifierText text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsBetween(text[i], '!', '~'))
            {
                return Explain(text, i);
            }
        }

        return null;
    }

    private static IdentifierCheck Explain(IdentifierText text, int index)
    {
        var c = text[index];
        var code = $"{text.Place(index)} is U+{(int)c:X4}";
        if (c == ' ')
        {
            return text.Wrong(
                IdentifierProblemCodes.SpaceInside,
                $"{text.Place(index)} is a space. Identifiers are written without spaces.",
                index
            );
        }

        if (char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format)
        {
            return text.Wrong(
                IdentifierProblemCodes.ControlCharacter,
                $"{code}, an invisible control character. Remove it; it may have come with copying.",
                index
            );
        }

        var meant = LookAlike(c);
        return text.Wrong(
            IdentifierProblemCodes.NonAsciiCharacter,
            meant is null
                ? $"{code}. Identifiers consist of plain ASCII letters, digits and signs."
                : $"{code}, which only looks like the plain '{meant}'. If '{meant}' is meant, type it.",
            index
        );
    }

    private static char? LookAlike(char c)
    {
        if (char.IsBetween(c, '\uFF01', '\uFF5E'))
        {
            return (char)(c - 0xFEE0);
        }

        if (char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation || c == '\u2212')
        {
            return '-';
        }

        if (CharUnicodeInfo.GetDecimalDigitValue(c) is var digit and >= 0)
        {
            return (char)('0' + digit);
        }

        return Foreign.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? Latin[at] : null;
    }
}
