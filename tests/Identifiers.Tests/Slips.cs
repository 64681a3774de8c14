namespace CaseCoordination.Identifiers.Tests;

/// <summary>Slips of the pen: one character replaced by another of its kind.</summary>
internal static class Slips
{
    /// <summary>Digit for digit and letter for letter: what MOD 97-10 promises to find; it promises nothing across kinds.</summary>
    internal static IEnumerable<string> OfOneCharacter(string code) =>
        from i in Enumerable.Range(0, code.Length)
        from c in char.IsAsciiDigit(code[i]) ? "0123456789" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        where c != code[i]
        select Replace(code, i, c);

    internal static IEnumerable<string> OfOneDigit(string code) =>
        from i in Enumerable.Range(0, code.Length)
        where char.IsAsciiDigit(code[i])
        from c in "0123456789"
        where c != code[i]
        select Replace(code, i, c);

    /// <summary>Any letter or digit, of either case, from a place on.</summary>
    internal static IEnumerable<string> OfOneCharacterAnyCase(string value, int start) =>
        from i in Enumerable.Range(start, value.Length - start)
        from c in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
        where c != value[i]
        select Replace(value, i, c);

    internal static IEnumerable<string> Within(string code, string alphabet) =>
        from i in Enumerable.Range(0, code.Length)
        from c in alphabet
        where c != code[i]
        select Replace(code, i, c);

    internal static string Replace(string value, int index, char c) => $"{value[..index]}{c}{value[(index + 1)..]}";
}
