namespace CaseCoordination.Correspondence;

/// <summary>Words that a reader searches for.</summary>
public static class SearchWords
{
    /// <summary>The words of a search in lower case; all have to occur.</summary>
    public static string[] Of(string? text) =>
        (text ?? "")
            .ToLowerInvariant()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A pattern for <c>like</c> that finds the word anywhere, whatever characters it holds.</summary>
    public static string Pattern(string word) => $"%{Escape(word)}%";

    private static string Escape(string word) =>
        word.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal);
}
