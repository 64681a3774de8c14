using System.Buffers;
using System.Globalization;
using System.Text;

namespace CaseCoordination.DataSharing.Packages.Contents;

/// <summary>
/// Leaves columns out of CSV (RFC 4180, UTF-8, with a header). Fields that stay are copied byte for byte, quotes included. Whatever
/// another reader might split differently is refused, because a withheld value could then stand in another column.
/// </summary>
internal sealed class CsvFilter
{
    private const int BlockSize = 64 * 1024;
    private const int LongestHeader = 1024 * 1024;
    private readonly IReadOnlyCollection<string> _withheld;
    private readonly ArrayBufferWriter<byte> _out = new(2 * BlockSize);
    private readonly List<byte> _header = [];
    private bool[]? _leaves;
    private byte _delimiter;
    private State _state;
    private int _column;
    private long _row = 1;
    private bool _wroteField;
    private bool _isBlank = true;

    private CsvFilter(IReadOnlyCollection<string> withheld) => _withheld = withheld;

    private enum State
    {
        FieldStart,
        Plain,
        Quoted,
        QuoteInQuoted,
        AfterReturn,
    }

    public static async Task CopyAsync(
        Stream from,
        Stream to,
        IReadOnlyCollection<string> withheld,
        CancellationToken cancellation
    )
    {
        var filter = new CsvFilter(withheld);
        var block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            int read;
            var atStart = true;
            while ((read = await from.ReadAtLeastAsync(block, 3, throwOnEndOfStream: false, cancellation)) > 0)
            {
                var bytes = block.AsMemory(0, read);
                if (atStart && bytes.Span.StartsWith(Encoding.UTF8.Preamble))
                {
                    bytes = bytes[3..];
                }

                atStart = false;
                filter.Take(bytes.Span);
                await to.WriteAsync(filter._out.WrittenMemory, cancellation);
                filter._out.ResetWrittenCount();
            }

            filter.End();
            await to.WriteAsync(filter._out.WrittenMemory, cancellation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        if (_leaves is null)
        {
            at = TakeHeader(bytes);
        }

        for (; at < bytes.Length; at++)
        {
            Step(bytes[at]);
        }
    }

    // The header is held back until it is whole, because its delimiter and names decide about everything behind it.
    private int TakeHeader(ReadOnlySpan<byte> bytes)
    {
        var isQuoted = _header.Count(b => b == '"') % 2 == 1;
        for (var at = 0; at < bytes.Length; at++)
        {
            isQuoted ^= bytes[at] == '"';
            _header.Add(bytes[at]);
            if (bytes[at] == '\n' && !isQuoted)
            {
                ReadHeader();
                return at + 1;
            }

            if (_header.Count > LongestHeader)
            {
                throw Malformed("its first line is longer than a header is");
            }
        }

        return bytes.Length;
    }

    private void ReadHeader()
    {
        var text = _header.ToArray();
        (_delimiter, var names) = CsvHeader.Read(text);
        var unknown = _withheld.Except(names, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw FieldFilter.Unknown(unknown);
        }

        _leaves = [.. names.Select(n => _withheld.Contains(n, StringComparer.Ordinal))];
        if (Array.TrueForAll(_leaves, leaves => leaves))
        {
            throw new UnfilterableException("nothing-left", "No column would be left; leave the item out instead.");
        }

        foreach (var b in text)
        {
            Step(b);
        }
    }

    private void Step(byte b)
    {
        if (b == 0)
        {
            throw Malformed("it holds a zero byte, so that it is no text in UTF-8");
        }

        switch (_state)
        {
            case State.Quoted:
                _state = b == '"' ? State.QuoteInQuoted : State.Quoted;
                Copy(b);
                return;
            case State.QuoteInQuoted when b == '"':
                _state = State.Quoted;
                Copy(b);
                return;
            case State.FieldStart when b == '"':
                _state = State.Quoted;
                BeginField();
                Copy(b);
                return;
            case State.Plain when b == '"':
                throw Malformed("a quote stands inside a field that does not begin with one");
            case State.AfterReturn when b != '\n':
                throw Malformed("a carriage return stands alone");
        }

        if (b == _delimiter)
        {
            EndField();
            _column++;
            _state = State.FieldStart;
        }
        else if (b == '\n')
        {
            EndRow();
        }
        else if (b == '\r')
        {
            EndField();
            _state = State.AfterReturn;
        }
        else if (_state == State.QuoteInQuoted)
        {
            throw Malformed("text follows a closing quote");
        }
        else
        {
            BeginField();
            _state = State.Plain;
            Copy(b);
        }
    }

    private bool Leaves => _column < _leaves!.Length && _leaves[_column];

    private void BeginField()
    {
        if (_state != State.FieldStart)
        {
            return;
        }

        _isBlank = false;
        Separate();
    }

    private void EndField()
    {
        if (_state == State.FieldStart)
        {
            Separate();
        }
    }

    private void Separate()
    {
        if (Leaves)
        {
            return;
        }

        if (_wroteField)
        {
            Write(_delimiter);
        }

        _wroteField = true;
    }

    private void Copy(byte b)
    {
        if (!Leaves)
        {
            Write(b);
        }
    }

    private void EndRow()
    {
        var hadReturn = _state == State.AfterReturn;
        EndField();
        var isEmptyLine = _column == 0 && _isBlank;
        if (!isEmptyLine && _column + 1 != _leaves!.Length)
        {
            throw Malformed(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"row {_row} has {_column + 1} fields where the header has {_leaves.Length}"
                )
            );
        }

        if (hadReturn)
        {
            Write((byte)'\r');
        }

        Write((byte)'\n');
        (_state, _column, _wroteField, _isBlank) = (State.FieldStart, 0, false, true);
        _row++;
    }

    private void End()
    {
        if (_leaves is null)
        {
            ReadHeader();
        }

        if (_state is State.Quoted)
        {
            throw Malformed("a quote is never closed");
        }

        if (_state is State.AfterReturn)
        {
            throw Malformed("a carriage return stands alone");
        }

        var isBegun = _state != State.FieldStart || _column > 0;
        if (isBegun && _column + 1 != _leaves!.Length)
        {
            throw Malformed("its last row is cut off");
        }

        if (isBegun)
        {
            EndField();
        }
    }

    private void Write(byte b)
    {
        _out.GetSpan(1)[0] = b;
        _out.Advance(1);
    }

    private static UnfilterableException Malformed(string why) =>
        new("content-malformed", $"It is no CSV that can be filtered: {why}.");
}
