namespace CaseCoordination.DataSharing.Tests.Packages;

/// <summary>Rows of CSV without end, cut off at a size; its memory is one row.</summary>
internal sealed class EndlessCsv(long size) : Stream
{
    private static readonly byte[] Header = "id,trader,note\n"u8.ToArray();
    private static readonly byte[] Row = "12345678,\"Doe, Jane\",\"a note, with \"\"quotes\"\"\"\n"u8.ToArray();
    private long _at;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => _at;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Fill(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Fill(buffer.Span));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // The last row is padded with blank lines, so that any size is whole rows.
    private int Fill(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, size - _at);
        var lastRow = Header.Length + ((size - Header.Length) / Row.Length * Row.Length);
        for (var i = 0; i < count; i++, _at++)
        {
            buffer[i] =
                _at < Header.Length ? Header[_at]
                : _at < lastRow ? Row[(_at - Header.Length) % Row.Length]
                : (byte)'\n';
        }

        return count;
    }
}
