using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;

namespace CaseCoordination.DataSharing.Packages.Contents;

/// <summary>Leaves members out of JSON, token by token. Numbers and texts that stay keep their spelling.</summary>
internal sealed class JsonFilter : IAsyncDisposable
{
    private const int FirstBlock = 64 * 1024;

    // A single text or number longer than this is no record's field.
    private const int LongestToken = 8 * 1024 * 1024;
    private readonly HashSet<string> _withheld;
    private readonly HashSet<string> _met = new(StringComparer.Ordinal);
    private readonly Stack<string> _paths = new();
    private readonly PipeWriter _out;
    private readonly Utf8JsonWriter _writer;
    private readonly bool _isLines;
    private string _path = "";
    private int? _skipping;

    private JsonFilter(Stream to, IReadOnlyCollection<string> withheld, bool isLines)
    {
        _withheld = withheld.ToHashSet(StringComparer.Ordinal);
        _isLines = isLines;
        _out = PipeWriter.Create(to, new StreamPipeWriterOptions(leaveOpen: true));
        _writer = new Utf8JsonWriter(_out, new JsonWriterOptions { SkipValidation = true, MaxDepth = 64 });
    }

    public static async Task CopyAsync(
        Stream from,
        Stream to,
        IReadOnlyCollection<string> withheld,
        bool isLines,
        CancellationToken cancellation
    )
    {
        await using var filter = new JsonFilter(to, withheld, isLines);
        try
        {
            await filter.RunAsync(from, cancellation);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or DecoderFallbackException)
        {
            throw new UnfilterableException(
                "content-malformed",
                "It is not the JSON in UTF-8 that its media type says."
            );
        }

        var unknown = filter._withheld.Where(f => !filter.IsMet(f)).ToList();
        if (unknown.Count > 0)
        {
            throw FieldFilter.Unknown(unknown);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _out.CompleteAsync();
    }

    // A member of one that is itself left out is never met.
    private bool IsMet(string field) =>
        _met.Any(m => field == m || field.StartsWith($"{m}.", StringComparison.Ordinal));

    private async Task RunAsync(Stream from, CancellationToken cancellation)
    {
        var state = new JsonReaderState(
            new JsonReaderOptions { AllowMultipleValues = _isLines, CommentHandling = JsonCommentHandling.Disallow }
        );
        var block = ArrayPool<byte>.Shared.Rent(FirstBlock);
        try
        {
            var (held, atStart) = (0, true);
            while (true)
            {
                var read = await from.ReadAtLeastAsync(
                    block.AsMemory(held),
                    Math.Min(3, block.Length - held),
                    throwOnEndOfStream: false,
                    cancellation
                );
                var isLast = read == 0;
                var bytes = block.AsMemory(0, held + read);
                var skipped = atStart && bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
                var used = skipped + Take(bytes.Span[skipped..], isLast, ref state);
                atStart = false;
                if (_out.UnflushedBytes > FirstBlock || isLast)
                {
                    await FlushAsync(cancellation);
                }

                if (isLast)
                {
                    return;
                }

                held = bytes.Length - used;
                block = MakeRoom(block, used, held);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    private static byte[] MakeRoom(byte[] block, int used, int held)
    {
        if (held < block.Length / 2)
        {
            block.AsSpan(used, held).CopyTo(block);
            return block;
        }

        if (block.Length >= LongestToken)
        {
            throw new UnfilterableException("content-malformed", "A single value in it is longer than 8 MiB.");
        }

        var larger = ArrayPool<byte>.Shared.Rent(block.Length * 2);
        block.AsSpan(used, held).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(block);
        return larger;
    }

    private async Task FlushAsync(CancellationToken cancellation)
    {
        _writer.Flush();
        await _out.FlushAsync(cancellation);
    }

    private int Take(ReadOnlySpan<byte> bytes, bool isLast, ref JsonReaderState state)
    {
        var reader = new Utf8JsonReader(bytes, isLast, state);
        while (reader.Read())
        {
            Step(ref reader);
            if (_writer.BytesPending > FirstBlock)
            {
                _writer.Flush();
            }
        }

        state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }

    private void Step(ref Utf8JsonReader reader)
    {
        if (_skipping is { } depth)
        {
            var isOver =
                reader.CurrentDepth == depth
                && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray);
            _skipping = isOver ? null : depth;
            return;
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                Name(ref reader);
                return;
            case JsonTokenType.StartObject:
                _paths.Push(_path);
                _writer.WriteStartObject();
                return;
            case JsonTokenType.EndObject:
                _path = _paths.Pop();
                _writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                _paths.Push(_path);
                _writer.WriteStartArray();
                return;
            case JsonTokenType.EndArray:
                _path = _paths.Pop();
                _writer.WriteEndArray();
                break;
            case JsonTokenType.String:
                WriteText(reader.ValueSpan);
                break;
            default:
                _writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                break;
        }

        if (reader.CurrentDepth == 0 && _isLines)
        {
            EndLine();
        }
    }

    private void Name(ref Utf8JsonReader reader)
    {
        var name = reader.GetString()!;
        var around = _paths.Peek();
        _path = around.Length == 0 ? name : $"{around}.{name}";
        if (_withheld.Contains(_path))
        {
            _met.Add(_path);
            _skipping = reader.CurrentDepth;
            return;
        }

        _writer.WritePropertyName(name);
    }

    private void WriteText(ReadOnlySpan<byte> spelt)
    {
        var quoted = ArrayPool<byte>.Shared.Rent(spelt.Length + 2);
        quoted[0] = (byte)'"';
        spelt.CopyTo(quoted.AsSpan(1));
        quoted[spelt.Length + 1] = (byte)'"';
        _writer.WriteRawValue(quoted.AsSpan(0, spelt.Length + 2), skipInputValidation: true);
        ArrayPool<byte>.Shared.Return(quoted);
    }

    private void EndLine()
    {
        _writer.Flush();
        _writer.Reset();
        _out.GetSpan(1)[0] = (byte)'\n';
        _out.Advance(1);
    }
}
