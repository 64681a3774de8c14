using System.Text.Json;

namespace CaseCoordination.DataSharing.Records.Schemas;

/// <summary>A part of a schema, ready to read values with.</summary>
public abstract class Node
{
    /// <summary>True where the schema marks the field as personal data.</summary>
    public bool IsPersonal { get; init; }
    public string? Description { get; init; }

    /// <summary>The value to store where the field is absent.</summary>
    internal string? Default { get; init; }

    /// <summary>Writes the value in its one spelling; notes what is wrong with it.</summary>
    internal abstract void Read(JsonElement value, RowReading reading);
}

/// <summary>A list.</summary>
public sealed class ListNode(Node items, int min, int max) : Node
{
    public Node Items => items;

    internal override void Read(JsonElement value, RowReading reading)
    {
        // One thing where a list may stand is a list of one: some senders leave the brackets out.
        if (value.ValueKind != JsonValueKind.Array)
        {
            reading.Body.WriteStartArray();
            items.Read(value, reading);
            reading.Body.WriteEndArray();
            return;
        }

        var count = value.GetArrayLength();
        if (count < min || count > max)
        {
            reading.Wrong(count < min ? "too-few" : "too-many", count < min ? $"At least {min}." : $"At most {max}.");
            return;
        }

        reading.Body.WriteStartArray();
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            reading.Enter(index++);
            items.Read(item, reading);
            reading.Leave();
        }

        reading.Body.WriteEndArray();
    }
}
