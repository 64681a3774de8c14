namespace CaseCoordination.DataSharing.Records.Intake;

/// <summary>Cuts a stream of bytes into rows, holding one row at a time; a row that is too long is passed over and told.</summary>
internal abstract class RowSplitter(Stream stream, int maxRowBytes)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _seen;
    private int _end;
    private bool _isOver;
    private bool _isStarted;

    /// <summary>The row, until the next is asked for.</summary>
    public ReadOnlyMemory<byte> Row { get; private set; }
    public bool IsTooLong { get; private set; }

    /// <summary>Goes on to the next row; false when there is none.</summary>
    public async ValueTask<bool> NextAsync(CancellationToken cancellation)
    {
        IsTooLong = false;
        if (!_isStarted)
        {
            await StartAsync(cancellation);
        }

        while (true)
        {
            var found = FindEnd(_buffer.AsSpan(_seen, _end - _seen));
            if (found >= 0)
            {
                Cut(_seen + found);
                _start = _seen = _seen + found + 1;
                return true;
            }

            _seen = _end;
            if (_end - _start > maxRowBytes)
            {
                IsTooLong = true;
                _start = _seen = _end = 0;
            }

            if (!await FillAsync(cancellation))
            {
                if (_start == _end && !IsTooLong)
                {
                    End(isEmpty: true);
                    return false;
                }

                End(isEmpty: false);
                Cut(_end);
                _start = _seen = _end;
                return true;
            }
        }
    }

    /// <summary>Looks at bytes that follow those seen before; the place of the one that ends the row, or less than 0.</summary>
    protected abstract int FindEnd(ReadOnlySpan<byte> fresh);

    /// <summary>The stream is over; throws if it may not end here.</summary>
    protected virtual void End(bool isEmpty) { }

    private void Cut(int end)
    {
        IsTooLong |= end - _start > maxRowBytes;
        Row = IsTooLong ? default : _buffer.AsMemory(_start, end - _start);
    }

    private async ValueTask StartAsync(CancellationToken cancellation)
    {
        _isStarted = true;
        while (_end < 4 && await FillAsync(cancellation)) { }
        var head = _buffer.AsSpan(0, _end);
        if (head.StartsWith("\uFEFF"u8))
        {
            _start = _seen = 3;
        }
        else if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            throw new UnreadableFileException("not-utf8", "The file is UTF-16; send it as UTF-8.");
        }
        else if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            throw new UnreadableFileException(
                "file-packed",
                "The file is packed; send it plain, or with gzip or br as Content-Encoding. Workbooks are saved as CSV first."
            );
        }
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        if (_isOver)
        {
            return false;
        }

        if (_end == _buffer.Length)
        {
            if (_start > 0)
            {
                Array.Copy(_buffer, _start, _buffer, 0, _end - _start);
                (_seen, _end, _start) = (_seen - _start, _end - _start, 0);
            }
            else
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }
        }

        try
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellation);
            _end += read;
            _isOver = read == 0;
            return read > 0;
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            throw new UnreadableFileException(
                "packing-damaged",
                "The file cannot be unpacked: it is damaged or packed otherwise than said."
            );
        }
    }
}

/// <summary>One row a line.</summary>
internal sealed class LineSplitter(Stream stream, int maxRowBytes) : RowSplitter(stream, maxRowBytes)
{
    protected override int FindEnd(ReadOnlySpan<byte> fresh) => fresh.IndexOf((byte)'\n');
}
