using System.Buffers;
using System.Text;
using System.Text.Json;
using CaseCoordination.DataSharing.Records.Schemas;

namespace CaseCoordination.DataSharing.Records;

/// <summary>How records are written out.</summary>
public enum RecordFormat
{
    /// <summary>One JSON object a line.</summary>
    Lines,

    /// <summary>RFC 4180, headings first, only for categories whose records fit in a line.</summary>
    Csv,
}

/// <summary>Writes records one after the other, without the fields that are left out.</summary>
internal sealed class RecordWriter(
    Stream stream,
    RecordCategory category,
    RecordFormat format,
    IReadOnlySet<string> leftOut
)
{
    private const int Full = 64 * 1024;
    private readonly ArrayBufferWriter<byte> _buffer = new(2 * Full);
    private readonly RecordField[] _fields = [.. category.Fields.Where(f => !IsLeftOut(f.Path, leftOut))];

    public async Task BeginAsync(CancellationToken cancellation)
    {
        if (format == RecordFormat.Csv)
        {
            _buffer.Write(Encoding.UTF8.GetBytes(string.Join(',', _fields.Select(f => f.Path)) + "\r\n"));
            await FlushAsync(cancellation);
        }
    }

    public async Task WriteAsync(StoredRecord record, CancellationToken cancellation)
    {
        if (format == RecordFormat.Lines && leftOut.Count == 0)
        {
            Write(record.Body);
            Write("\n");
        }
        else
        {
            using var json = JsonDocument.Parse(record.Body);
            if (format == RecordFormat.Csv)
            {
                WriteLine(json.RootElement);
            }
            else
            {
                WriteObject(json.RootElement);
            }
        }

        if (_buffer.WrittenCount >= Full)
        {
            await FlushAsync(cancellation);
        }
    }

    public async Task FlushAsync(CancellationToken cancellation)
    {
        await stream.WriteAsync(_buffer.WrittenMemory, cancellation);
        await stream.FlushAsync(cancellation);
        _buffer.ResetWrittenCount();
    }

    private static bool IsLeftOut(string path, IReadOnlySet<string> leftOut) =>
        leftOut.Contains(path)
        || leftOut.Any(l =>
            path.StartsWith(l + ".", StringComparison.Ordinal) || path.StartsWith(l + "[].", StringComparison.Ordinal)
        );

    private void Write(string text) => Encoding.UTF8.GetBytes(text, _buffer);

    private void WriteLine(JsonElement record)
    {
        for (var i = 0; i < _fields.Length; i++)
        {
            Write(i == 0 ? "" : ",");
            var cell = CellOf(record, _fields[i].Path);
            Write(
                cell.AsSpan().IndexOfAny(",\"\r\n") < 0
                    ? cell
                    : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            );
        }

        Write("\r\n");
    }

    private static string CellOf(JsonElement value, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (!value.TryGetProperty(name, out value))
            {
                return "";
            }
        }

        return value.ValueKind == JsonValueKind.Array
                ? string.Join('|', value.EnumerateArray().Select(v => v.ToString()))
            : value.ValueKind is JsonValueKind.String ? value.GetString()!
            : value.GetRawText();
    }

    private void WriteObject(JsonElement record)
    {
        using (var writer = new Utf8JsonWriter(_buffer, RowReading.Options))
        {
            Copy(record, "", writer);
        }

        Write("\n");
    }

    private void Copy(JsonElement value, string path, Utf8JsonWriter writer)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    var inner = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
                    if (!leftOut.Contains(inner))
                    {
                        writer.WritePropertyName(member.Name);
                        Copy(member.Value, inner, writer);
                    }
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                var items = value.EnumerateArray().Any(v => v.ValueKind == JsonValueKind.Object) ? $"{path}[]" : path;
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Copy(item, items, writer);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
