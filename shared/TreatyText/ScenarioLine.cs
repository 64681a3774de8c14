using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CaseCoordination.TreatyText;

/// <summary>The one line that is printed for a scenario.</summary>
public static class ScenarioLine
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(string id, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("id", id);
            WriteHead(writer, decision);
            writer.WriteStartArray("parts");
            foreach (var part in decision.Parts)
            {
                Write(writer, part);
            }

            writer.WriteEndArray();
            WriteTail(writer, decision);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, DecisionPart part)
    {
        writer.WriteStartObject();
        if (part.Item is { } item)
        {
            writer.WriteString("item", item);
            writer.WriteString("outcome", part.Decision.Outcome.Code());
            Write(writer, "consentFrom", part.Decision.ConsentFrom);
        }
        else
        {
            writer.WriteNumber("subject", part.Subject ?? 0);
            WriteHead(writer, part.Decision);
            WriteTail(writer, part.Decision);
        }

        writer.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter writer, Decision decision)
    {
        writer.WriteString("outcome", decision.Outcome.Code());
        writer.WriteString("basis", decision.Basis);
        Write(writer, "cites", [.. decision.Citations.Select(citation => citation.Text)]);
        Write(writer, "given", decision.Given);
        Write(writer, "notGiven", decision.NotGiven);
        Write(writer, "consentFrom", decision.ConsentFrom);
    }

    private static void WriteTail(Utf8JsonWriter writer, Decision decision)
    {
        writer.WriteStartArray("deadlines");
        foreach (var (what, due) in decision.Deadlines.Select(d => (d.Do, d.DueText)).Distinct())
        {
            writer.WriteStartObject();
            writer.WriteString("do", what);
            writer.WriteString("due", due);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Write(writer, "duties", decision.Duties);
        Write(writer, "ask", decision.Ask);
        Write(writer, "decidedBy", decision.DecidedBy);
        Write(writer, "rejectedBases", [.. decision.Rejected.Select(basis => basis.Instrument)]);
        Write(writer, "unverified", [.. decision.Citations.Where(c => !c.IsVerified).Select(c => c.Text)]);
        Write(
            writer,
            "versions",
            [.. decision.Versions.Select(version => $"{version.Instrument}@{version.Hash[..12]}")]
        );
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
}
