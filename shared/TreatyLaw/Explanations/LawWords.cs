using System.Collections.Frozen;

namespace CaseCoordination.TreatyLaw;

/// <summary>The words for codes, from tables of one line per code: code, English, Spanish.</summary>
public static class LawWords
{
    private static readonly FrozenDictionary<string, (string English, string Spanish)> Table = Read(
        OutcomeWords.Table,
        DutyWords.Table,
        FactWords.Table,
        KindWords.Table,
        FieldWords.Table,
        PhraseWords.Table,
        HandlingWords.Table
    );

    /// <summary>The words for a code, or the code itself where no table knows it.</summary>
    public static string For(string code, Language language) =>
        !Table.TryGetValue(code, out var words) ? code
        : language == Language.Spanish ? words.Spanish
        : words.English;

    /// <summary>A table knows the code.</summary>
    public static bool Knows(string code) => Table.ContainsKey(code);

    private static FrozenDictionary<string, (string English, string Spanish)> Read(params IEnumerable<string> tables) =>
        tables
            .SelectMany(table =>
                table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            )
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToFrozenDictionary(cells => cells[0], cells => (cells[1], cells[2]), StringComparer.Ordinal);
}
