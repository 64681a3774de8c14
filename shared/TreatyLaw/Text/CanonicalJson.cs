using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CaseCoordination.TreatyLaw;

/// <summary>One JSON text per value: keys in ordinal order, no white space, nothing left to the writer's taste.</summary>
public static class CanonicalJson
{
    internal static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(LawNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, node);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static string Hash(string canonical) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    /// <summary>Reads any JSON text; throws <see cref="JsonException"/> where it is none.</summary>
    public static LawNode Read(string json, string source = "")
    {
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement, new LawPlace(source, 0));
    }

    private static void Write(Utf8JsonWriter writer, LawNode node)
    {
        switch (node)
        {
            case LawScalar { Kind: LawScalarKind.Number } number:
                writer.WriteNumberValue(int.Parse(number.Text, CultureInfo.InvariantCulture));
                break;
            case LawScalar { Kind: LawScalarKind.Truth } truth:
                writer.WriteBooleanValue(truth.Text == "true");
                break;
            case LawScalar text:
                writer.WriteStringValue(text.Text);
                break;
            case LawList list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case LawMap map:
                writer.WriteStartObject();
                foreach (var entry in map.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(entry.Key);
                    Write(writer, entry.Value);
                }

                writer.WriteEndObject();
                break;
        }
    }

    private static LawNode Read(JsonElement element, LawPlace place) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => new LawMap(
                [.. element.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Read(p.Value, place)))],
                place
            ),
            JsonValueKind.Array => new LawList([.. element.EnumerateArray().Select(item => Read(item, place))], place),
            JsonValueKind.String => new LawScalar(element.GetString()!, LawScalarKind.Text, place),
            JsonValueKind.Number => new LawScalar(element.GetRawText(), LawScalarKind.Number, place),
            JsonValueKind.True => new LawScalar("true", LawScalarKind.Truth, place),
            JsonValueKind.False => new LawScalar("false", LawScalarKind.Truth, place),
            _ => throw new JsonException("null has no meaning here; leave the key out"),
        };
}
