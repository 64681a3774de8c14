using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CaseCoordination.DataSharing.Records.Schemas;

/// <summary>
/// Turns a JSON Schema (draft 2020-12) into what reads rows. It knows the keywords that the categories use; any other stops
/// the start, so that no rule is written and not enforced.
/// </summary>
internal sealed class SchemaCompiler(JsonElement root, string file)
{
    private const int MostItems = 1000;
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(100);
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "$schema",
        "$id",
        "$defs",
        "$ref",
        "title",
        "description",
        "type",
        "properties",
        "required",
        "additionalProperties",
        "items",
        "enum",
        "format",
        "pattern",
        "minLength",
        "maxLength",
        "minItems",
        "maxItems",
        "minimum",
        "maximum",
        "oneOf",
        "anyOf",
        "if",
        "then",
        "default",
        "examples",
        "x-personal",
        "x-identifier",
        "x-subject",
        "x-venue",
        "x-at",
        "x-aliases",
        "x-columns",
    };

    public ObjectNode Compile() => Compile(root, "#", false) as ObjectNode ?? throw Wrong("#", "a record is an object");

    private Node Compile(JsonElement schema, string place, bool isPersonal)
    {
        isPersonal |= Flag(schema, "x-personal");
        if (Text(schema, "$ref") is { } reference)
        {
            const string Definitions = "#/$defs/";
            return
                reference.StartsWith(Definitions, StringComparison.Ordinal)
                && root.GetProperty("$defs").TryGetProperty(reference[Definitions.Length..], out var target)
                ? Compile(target, reference, isPersonal)
                : throw Wrong(place, $"{reference} is not defined");
        }

        foreach (var keyword in schema.EnumerateObject().Where(k => !Known.Contains(k.Name)))
        {
            throw Wrong(place, $"the keyword '{keyword.Name}' is not enforced here");
        }

        var types = Types(schema);
        return types switch
        {
            ["object"] => CompileObject(schema, place, isPersonal),
            ["array"] => new ListNode(
                Compile(schema.GetProperty("items"), $"{place}/items", isPersonal),
                (int)Number(schema, "minItems", 0),
                (int)Number(schema, "maxItems", MostItems)
            )
            {
                IsPersonal = isPersonal,
                Description = Text(schema, "description"),
            },
            ["string"] or ["string", "number"] or ["number"] or ["integer"] or ["boolean"] => CompileScalar(
                schema,
                place,
                types,
                isPersonal
            ),
            _ => throw Wrong(place, "no type is given that is known here"),
        };
    }

    private ObjectNode CompileObject(JsonElement schema, string place, bool isPersonal)
    {
        if (!schema.TryGetProperty("additionalProperties", out var others) || others.ValueKind != JsonValueKind.False)
        {
            throw Wrong(place, "an object says additionalProperties: false");
        }

        var required = Texts(schema, "required");
        var fields = schema
            .GetProperty("properties")
            .EnumerateObject()
            .Select(p => new Field(
                p.Name,
                Texts(p.Value, "x-aliases"),
                Compile(p.Value, $"{place}/{p.Name}", isPersonal),
                required.Contains(p.Name, StringComparer.Ordinal)
            ))
            .ToList();
        var node = new ObjectNode(fields)
        {
            IsPersonal = isPersonal,
            Description = Text(schema, "description"),
            Subject =
                schema.TryGetProperty("x-subject", out var names) && names.ValueKind == JsonValueKind.Array
                    ? Texts(schema, "x-subject")
                    : [],
            Presences = [.. PresencesOf(schema, place)],
            Dependences = [.. DependencesOf(schema, place)],
        };
        var named = node
            .Subject.Concat(required)
            .Concat(node.Presences.SelectMany(p => p.Choices).SelectMany(c => c))
            .Concat(node.Dependences.SelectMany(d => (string[])[d.Field, d.Checked]));
        return named.FirstOrDefault(n => fields.All(f => f.Name != n)) is { } missing
            ? throw Wrong(place, $"'{missing}' is named and not a property")
            : node;
    }

    private static ScalarNode CompileScalar(JsonElement schema, string place, string[] types, bool isPersonal)
    {
        var format = Text(schema, "format");
        var check = format is null
            ? null
            : Formats.Find(format)
                ?? throw new InvalidDataException($"{place}: the format '{format}' is not known here.");
        return new ScalarNode
        {
            Type = types[0],
            TakesNumbers = types.Length == 2,
            Format = format,
            Check = check,
            Scheme =
                Text(schema, "x-identifier") ?? (format is not null && Formats.IsIdentifier(format) ? format : null),
            Enum = Texts(schema, "enum"),
            Pattern = Text(schema, "pattern") is { } pattern
                ? new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, PatternTime)
                : null,
            MinLength = (int)Number(schema, "minLength", 0),
            MaxLength = (int)Number(schema, "maxLength", ScalarNode.LongestText),
            Minimum = Number(schema, "minimum", decimal.MinValue),
            Maximum = Number(schema, "maximum", decimal.MaxValue),
            Default = Text(schema, "default"),
            IsPersonal = isPersonal,
            IsSubject = Flag(schema, "x-subject"),
            IsVenue = Flag(schema, "x-venue"),
            IsInstant = Flag(schema, "x-at"),
            Description = Text(schema, "description"),
        };
    }

    private IEnumerable<Presence> PresencesOf(JsonElement schema, string place)
    {
        foreach (var keyword in (string[])["oneOf", "anyOf"])
        {
            if (schema.TryGetProperty(keyword, out var choices))
            {
                if (choices.EnumerateArray().SelectMany(c => c.EnumerateObject()).Any(k => k.Name != "required"))
                {
                    throw Wrong(place, $"{keyword} chooses among required fields only");
                }

                yield return new Presence(
                    [.. choices.EnumerateArray().Select(c => Texts(c, "required"))],
                    keyword == "oneOf"
                );
            }
        }
    }

    private IEnumerable<Dependence> DependencesOf(JsonElement schema, string place)
    {
        if (schema.TryGetProperty("if", out var condition))
        {
            var when = condition.GetProperty("properties").EnumerateObject().Single();
            var then = schema.GetProperty("then").GetProperty("properties").EnumerateObject().Single();
            var format = Text(then.Value, "format");
            yield return format is not null && Formats.Find(format) is not null
                ? new Dependence(when.Name, Text(when.Value, "const")!, then.Name, format)
                : throw Wrong(place, "then names a format");
        }
    }

    private InvalidDataException Wrong(string place, string what) => new($"{file}: {place}: {what}.");

    private static string[] Types(JsonElement schema) =>
        !schema.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? Texts(schema, "type")
        : [type.GetString()!];

    private static bool Flag(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var value) && value.ValueKind == JsonValueKind.True;

    private static string? Text(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static string[] Texts(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var value) ? [.. value.EnumerateArray().Select(v => v.GetString()!)] : [];

    private static decimal Number(JsonElement schema, string keyword, decimal otherwise) =>
        schema.TryGetProperty(keyword, out var value)
            ? decimal.Parse(value.GetRawText(), CultureInfo.InvariantCulture)
            : otherwise;
}
