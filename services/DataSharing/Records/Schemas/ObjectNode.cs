using System.Collections.Frozen;
using System.Text.Json;

namespace CaseCoordination.DataSharing.Records.Schemas;

/// <summary>One field of an object: its name, and other spellings that senders use for it.</summary>
public sealed record Field(string Name, IReadOnlyList<string> Aliases, Node Node, bool IsRequired);

/// <summary>A rule on which of several fields are there.</summary>
internal sealed record Presence(IReadOnlyList<string[]> Choices, bool ExactlyOne);

/// <summary>Where one field holds a value, the text of another is checked by a format and identifies by its scheme.</summary>
internal sealed record Dependence(string Field, string Value, string Checked, string Format);

/// <summary>An object with named fields; a name that it does not know is a problem, never dropped.</summary>
public sealed class ObjectNode : Node
{
    private readonly FrozenDictionary<string, int> _byName;

    public ObjectNode(IReadOnlyList<Field> fields)
    {
        Fields = fields;
        _byName = fields
            .SelectMany((f, i) => f.Aliases.Prepend(f.Name).Select(n => (Name: Names.FoldField(n), i)))
            .DistinctBy(x => x.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(x => x.Name, x => x.i, StringComparer.Ordinal);
    }

    public IReadOnlyList<Field> Fields { get; }

    /// <summary>Fields whose texts together name a subject.</summary>
    internal IReadOnlyList<string> Subject { get; init; } = [];
    internal IReadOnlyList<Presence> Presences { get; init; } = [];
    internal IReadOnlyList<Dependence> Dependences { get; init; } = [];

    /// <summary>The field of a name in any of its spellings.</summary>
    public Field? Find(string name) => _byName.TryGetValue(Names.FoldField(name), out var i) ? Fields[i] : null;

    internal override void Read(JsonElement value, RowReading reading)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            reading.Wrong("wrong-type", "An object with named fields is needed here.");
            return;
        }

        var given = Sort(value, reading);
        reading.Body.WriteStartObject();
        for (var i = 0; i < Fields.Count; i++)
        {
            reading.Enter(Fields[i].Name);
            ReadField(Fields[i], given[i], given, reading);
            reading.Leave();
        }

        reading.Body.WriteEndObject();
        CheckPresence(given, reading);
        FindSubject(given, reading);
    }

    private JsonElement[] Sort(JsonElement value, RowReading reading)
    {
        var given = new JsonElement[Fields.Count];
        foreach (var member in value.EnumerateObject())
        {
            if (!_byName.TryGetValue(Names.FoldField(member.Name), out var i))
            {
                // The name itself comes from outside and is not repeated.
                reading.Wrong("field-unknown", "There is a field that this category does not have.");
            }
            else if (given[i].ValueKind != JsonValueKind.Undefined)
            {
                reading.Enter(Fields[i].Name);
                reading.Wrong("named-twice", "Give the field once, in one spelling.");
                reading.Leave();
            }
            else if (member.Value.ValueKind != JsonValueKind.Null)
            {
                given[i] = member.Value;
            }
        }

        return given;
    }

    private void ReadField(Field field, JsonElement value, JsonElement[] given, RowReading reading)
    {
        if (value.ValueKind != JsonValueKind.Undefined)
        {
            reading.Body.WritePropertyName(field.Name);
            if (field.Node is ScalarNode scalar && DependenceOf(field, given) is { } rule)
            {
                var text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
                var before = reading.Problems.Count;
                scalar.ReadText(text ?? "", reading, Formats.Find(rule.Format));
                if (reading.Problems.Count == before)
                {
                    reading.Find(rule.Format, Formats.Find(rule.Format)!(text!).Value!);
                }
            }
            else
            {
                field.Node.Read(value, reading);
            }
        }
        else if (field.Node.Default is { } otherwise)
        {
            reading.Body.WriteString(field.Name, otherwise);
        }
        else if (field.IsRequired)
        {
            reading.Wrong("required", "A value is needed here.");
        }
    }

    private Dependence? DependenceOf(Field field, JsonElement[] given) =>
        Dependences.FirstOrDefault(d =>
            d.Checked == field.Name
            && given[_byName[Names.FoldField(d.Field)]] is { ValueKind: JsonValueKind.String } other
            && other.ValueEquals(d.Value)
        );

    private void CheckPresence(JsonElement[] given, RowReading reading)
    {
        foreach (var rule in Presences)
        {
            var met = rule.Choices.Count(choice =>
                choice.All(name => given[_byName[Names.FoldField(name)]].ValueKind != JsonValueKind.Undefined)
            );
            var choices = string.Join(", ", rule.Choices.Select(c => string.Join(" and ", c)));
            if (rule.ExactlyOne && met != 1)
            {
                reading.Wrong("exactly-one", $"Exactly one of: {choices}.");
            }
            else if (met == 0)
            {
                reading.Wrong("at-least-one", $"At least one of: {choices}.");
            }
        }
    }

    private void FindSubject(JsonElement[] given, RowReading reading)
    {
        if (Subject.Count > 0 && reading.Problems.Count == 0)
        {
            var words = Subject
                .Select(name => given[_byName[Names.FoldField(name)]])
                .Where(v => v.ValueKind == JsonValueKind.String)
                .Select(v => v.GetString());
            reading.Find("subject", Names.FoldWords(string.Join(' ', words)));
        }
    }
}
