using CaseCoordination.DataSharing.Records.Schemas;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.DataSharing.Records.Intake;

/// <summary>Reads from a request's query how its CSV is to be understood.</summary>
internal static class CsvQuery
{
    private const int Most = 200;
    private const int LongestValue = 500;
    private static readonly Dictionary<string, byte> Separators = new(StringComparer.Ordinal)
    {
        ["comma"] = (byte)',',
        ["semicolon"] = (byte)';',
        ["tab"] = (byte)'\t',
        ["pipe"] = (byte)'|',
    };

    public static CsvReading Read(IQueryCollection query, string mediaType, RecordCategory category, Shape shape)
    {
        var isCsv = mediaType == RowSource.Csv;
        foreach (var name in ((string[])["separator", "map", "set"]).Where(n => !isCsv && query.ContainsKey(n)))
        {
            shape.Wrong(name, "csv-only", "This is for CSV files.");
        }

        var separator = query["separator"].FirstOrDefault() ?? "comma";
        shape.OneOf("separator", separator, Separators.Keys);
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (heading, field, at) in Pairs(query, "map", shape))
        {
            var path = field.Length == 0 ? "" : category.PathOf(field);
            shape
                .Must(path is not null, $"map[{at}]", "field-unknown", $"{category.Name} has no such field.")
                .Must(
                    map.TryAdd(Names.FoldField(heading), path ?? ""),
                    $"map[{at}]",
                    "named-twice",
                    "Name a heading once."
                );
        }

        var given = new List<(string, string)>();
        foreach (var (field, value, at) in Pairs(query, "set", shape))
        {
            var path = category.PathOf(field);
            shape
                .Must(path is not null, $"set[{at}]", "field-unknown", $"{category.Name} has no such field.")
                .Text($"set[{at}]", value, LongestValue);
            given.Add((path ?? field, value));
        }

        return new CsvReading(Separators.GetValueOrDefault(separator, (byte)','), map, given);
    }

    // The first colon parts a pair: values such as CAIP-10 accounts hold more of them.
    private static IEnumerable<(string Name, string Value, int At)> Pairs(
        IQueryCollection query,
        string parameter,
        Shape shape
    )
    {
        var pairs = query[parameter];
        shape.Count(parameter, pairs, 0, Most);
        foreach (var (pair, at) in pairs.Take(Most).Select((p, i) => (p ?? "", i)))
        {
            var colon = pair.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                yield return (pair[..colon], pair[(colon + 1)..], at);
            }
            else
            {
                shape.Wrong($"{parameter}[{at}]", "pair-malformed", "Two parts with a colon between them.");
            }
        }
    }
}
