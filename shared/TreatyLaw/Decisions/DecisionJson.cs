using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace CaseCoordination.TreatyLaw;

/// <summary>Carries a decision as one JSON text; equal decisions give equal bytes.</summary>
public static class DecisionJson
{
    public static string Write(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var writer = new Utf8JsonWriter(buffer, CanonicalJson.Options))
        {
            Write(writer, decision);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Throws <see cref="JsonException"/> where the text is no decision.</summary>
    public static Decision Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return DecisionJsonReader.Read(document.RootElement);
    }

    private static void Write(Utf8JsonWriter writer, Decision decision)
    {
        writer.WriteStartObject();
        writer.WriteString("outcome", decision.Outcome.Code());
        writer.WriteString("basis", decision.Basis);
        Write(
            writer,
            "versions",
            decision.Versions,
            ("instrument", v => v.Instrument),
            ("hash", v => v.Hash),
            ("edition", v => v.Edition)
        );
        Write(
            writer,
            "citations",
            decision.Citations,
            ("text", c => c.Text),
            ("instrument", c => c.Instrument),
            ("term", c => c.Term),
            ("conf", c => c.Mark)
        );
        Write(writer, "decidedBy", decision.DecidedBy);
        Write(writer, "tested", decision.Tested);
        Write(writer, "unknown", decision.Unknown);
        WriteRejected(writer, decision.Rejected);
        Write(writer, "given", decision.Given);
        Write(writer, "notGiven", decision.NotGiven);
        Write(writer, "consentFrom", decision.ConsentFrom);
        Write(
            writer,
            "deadlines",
            decision.Deadlines,
            ("do", d => d.Do),
            ("due", d => d.DueText),
            ("acting", d => d.Acting),
            ("term", d => d.Term)
        );
        Write(
            writer,
            "windows",
            decision.Windows,
            ("do", w => w.Do),
            ("by", w => w.By),
            ("until", w => DueFormat.Write(w.Until, byTheHour: false)),
            ("item", w => w.Item),
            ("term", w => w.Term)
        );
        Write(writer, "duties", decision.Duties);
        Write(writer, "ask", decision.Ask);
        WriteParts(writer, decision.Parts);
        writer.WriteEndObject();
    }

    private static void WriteRejected(Utf8JsonWriter writer, ImmutableArray<RejectedBasis> rejected)
    {
        writer.WriteStartArray("rejected");
        foreach (var basis in rejected)
        {
            writer.WriteStartObject();
            writer.WriteString("instrument", basis.Instrument);
            writer.WriteString("reason", basis.Reason);
            Write(writer, "terms", basis.Terms);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteParts(Utf8JsonWriter writer, ImmutableArray<DecisionPart> parts)
    {
        writer.WriteStartArray("parts");
        foreach (var part in parts)
        {
            writer.WriteStartObject();
            if (part.Subject is { } subject)
            {
                writer.WriteNumber("subject", subject);
            }

            if (part.Item is { } item)
            {
                writer.WriteString("item", item);
            }

            writer.WritePropertyName("decision");
            Write(writer, part.Decision);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, ImmutableArray<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static void Write<T>(
        Utf8JsonWriter writer,
        string name,
        ImmutableArray<T> values,
        params ReadOnlySpan<(string Name, Func<T, string> Value)> members
    )
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStartObject();
            foreach (var member in members)
            {
                writer.WriteString(member.Name, member.Value(value));
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
