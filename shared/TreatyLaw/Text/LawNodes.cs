using System.Collections.Immutable;
using System.Globalization;

namespace CaseCoordination.TreatyLaw;

/// <summary>Builds law texts from values.</summary>
internal static class LawNodes
{
    public static LawNode Text(string text) => new LawScalar(text, LawScalarKind.Text, LawPlace.Nowhere);

    public static LawNode Number(int number) =>
        new LawScalar(number.ToString(CultureInfo.InvariantCulture), LawScalarKind.Number, LawPlace.Nowhere);

    public static LawNode Truth(bool truth) =>
        new LawScalar(truth ? "true" : "false", LawScalarKind.Truth, LawPlace.Nowhere);

    public static LawNode Date(DateOnly date) => Text(DueFormat.Write(date));

    public static LawNode Texts(IEnumerable<string> texts) => List(texts.Select(Text));

    public static LawNode List(IEnumerable<LawNode> items) => new LawList([.. items], LawPlace.Nowhere);

    /// <summary>A map of the values that are there.</summary>
    public static LawMap Map(params IEnumerable<(string Key, LawNode? Value)> entries) =>
        new(
            [
                .. entries
                    .Where(entry => entry.Value is not null)
                    .Select(entry => KeyValuePair.Create(entry.Key, entry.Value!)),
            ],
            LawPlace.Nowhere
        );
}
