using System.Security.Cryptography;
using System.Text.Json;

namespace CaseCoordination.DataSharing.Records.Schemas;

/// <summary>All categories known here, read from a folder of JSON Schemas; a schema that cannot be enforced stops the start.</summary>
public sealed class RecordCategories(IReadOnlyList<RecordCategory> all)
{
    private const string Ending = ".schema.json";
    private readonly Dictionary<string, RecordCategory> _byName = all.ToDictionary(c => c.Name, StringComparer.Ordinal);

    public IReadOnlyList<RecordCategory> All => all;

    public RecordCategory? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Reads every schema of a folder; no folder means no categories.</summary>
    public static RecordCategories Load(string? folder) =>
        new(
            string.IsNullOrEmpty(folder)
                ? []
                :
                [
                    .. Directory
                        .EnumerateFiles(folder, "*" + Ending)
                        .Order(StringComparer.Ordinal)
                        .Select(file => Read(Path.GetFileName(file)[..^Ending.Length], File.ReadAllBytes(file))),
                ]
        );

    /// <summary>One category from the text of its schema.</summary>
    public static RecordCategory Read(string name, byte[] text)
    {
        using var document = JsonDocument.Parse(text);
        var schema = document.RootElement.Clone();
        var root = new SchemaCompiler(schema, name).Compile();
        var category = new RecordCategory
        {
            Name = name,
            Title = schema.GetProperty("title").GetString()!,
            Description = schema.GetProperty("description").GetString()!,
            Version = Convert.ToHexStringLower(SHA256.HashData(text)),
            Schema = schema,
            Root = root,
            Columns = schema.TryGetProperty("x-columns", out var columns)
                ? columns.EnumerateObject().ToDictionary(c => c.Name, c => c.Value.GetString()!, StringComparer.Ordinal)
                : new Dictionary<string, string>(StringComparer.Ordinal),
            Fields = [.. FieldsOf(root, "", true)],
            Schemes = [.. SchemesOf(root).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
        return category.Columns.Values.FirstOrDefault(path => category.PathOf(path) != path) is { } missing
            ? throw new InvalidDataException($"{name}: x-columns: '{missing}' is no field.")
            : category;
    }

    private static IEnumerable<RecordField> FieldsOf(ObjectNode node, string path, bool isRequired) =>
        node.Fields.SelectMany(f => FieldsOf(f.Node, path + f.Name, "", isRequired && f.IsRequired));

    private static IEnumerable<RecordField> FieldsOf(Node node, string path, string list, bool isRequired) =>
        node switch
        {
            ListNode { Items: ScalarNode items } => FieldsOf(items, path, "[]", isRequired),
            ListNode l => FieldsOf(l.Items, path + "[]", "", false),
            ObjectNode o => FieldsOf(o, path + ".", isRequired),
            ScalarNode s => [new RecordField(path, s.Type + list, s.Format, s.IsPersonal, isRequired, s.Description)],
            _ => [],
        };

    private static IEnumerable<string> SchemesOf(Node node) =>
        node switch
        {
            ListNode l => SchemesOf(l.Items),
            ObjectNode o => o.Fields.SelectMany(f => SchemesOf(f.Node)).Concat(o.Dependences.Select(d => d.Format)),
            ScalarNode { Scheme: { } scheme } => [scheme],
            _ => [],
        };
}
