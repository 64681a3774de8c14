namespace CaseCoordination.Identifiers;

/// <summary>Case and classes of ASCII only: the invariant culture would fold letters such as the long s into ASCII.</summary>
internal static class Ascii
{
    internal static string Upper(string value) =>
        string.Create(value.Length, value, static (to, from) => Change(to, from, 'a', -32));

    internal static string Lower(string value) =>
        string.Create(value.Length, value, static (to, from) => Change(to, from, 'A', 32));

    internal static bool HasUpper(string value) => value.Any(char.IsAsciiLetterUpper);

    internal static bool HasLower(string value) => value.Any(char.IsAsciiLetterLower);

    internal static bool IsDecimal(string value) =>
        value.Length > 0 && value.All(char.IsAsciiDigit) && (value.Length == 1 || value[0] != '0');

    private static void Change(Span<char> to, string from, char first, int shift)
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = from[i] >= first && from[i] <= first + 25 ? (char)(from[i] + shift) : from[i];
        }
    }
}
