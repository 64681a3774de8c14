using System.Globalization;
using System.Text.Json;

namespace CaseCoordination.DataSharing.Records.Schemas;

/// <summary>One field of a category, wherever it is in a record.</summary>
/// <param name="Path">Names from the outside in, joined by points; a list of objects is followed by <c>[]</c>.</param>
/// <param name="Type">string, number, integer or boolean; a list of them ends in <c>[]</c>.</param>
/// <param name="Format">What the text must be, such as <c>lei</c> or <c>decimal</c>.</param>
/// <param name="IsPersonal">True for personal data.</param>
/// <param name="IsRequired">True where every record has it.</param>
/// <param name="Description">What it holds.</param>
public sealed record RecordField(
    string Path,
    string Type,
    string? Format,
    bool IsPersonal,
    bool IsRequired,
    string? Description
);

/// <summary>A kind of records that an authority keeps, as its schema describes it.</summary>
public sealed class RecordCategory
{
    public required string Name { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }

    /// <summary>SHA-256 of the schema as it is shipped, lower-case hexadecimal.</summary>
    public required string Version { get; init; }
    public required JsonElement Schema { get; init; }
    public required ObjectNode Root { get; init; }

    /// <summary>Headings that senders use, with the field that each stands for, in names and places in lists.</summary>
    public required IReadOnlyDictionary<string, string> Columns { get; init; }
    public required IReadOnlyList<RecordField> Fields { get; init; }

    /// <summary>True where a record fits in one line of a table without losing anything.</summary>
    public bool IsTable => Fields.All(f => !f.Path.Contains("[]", StringComparison.Ordinal));

    /// <summary>The schemes that records of the category can be found by.</summary>
    public required IReadOnlyList<string> Schemes { get; init; }

    /// <summary>Reads one record; what is wrong with it is noted.</summary>
    public void Read(JsonElement record, RowReading reading)
    {
        Root.Read(record, reading);
        reading.Body.Flush();
    }

    /// <summary>The field that a heading stands for: its names and places in lists; null for a heading that is not known.</summary>
    public string? PathOf(string heading)
    {
        var folded = Names.FoldField(heading);
        if (Columns.FirstOrDefault(c => Names.FoldField(c.Key) == folded) is { Value: { } path })
        {
            return path;
        }

        var names = new List<string>();
        Node node = Root;
        foreach (var part in heading.Split('.'))
        {
            switch (node)
            {
                case ObjectNode o when o.Find(part) is { } field:
                    names.Add(field.Name);
                    node = field.Node;
                    break;
                case ListNode l when int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var place):
                    names.Add(place.ToString(CultureInfo.InvariantCulture));
                    node = l.Items;
                    break;
                default:
                    return null;
            }
        }

        return node is ScalarNode or ListNode { Items: ScalarNode } ? string.Join('.', names) : null;
    }

    internal Node NodeAt(string path) =>
        path.Split('.')
            .Aggregate((Node)Root, (node, part) => node is ObjectNode o ? o.Find(part)!.Node : ((ListNode)node).Items);
}
