using System.Security.Cryptography;

namespace CaseCoordination.DataSharing.Records.Intake;

/// <summary>Reads on while a file stays within what is allowed, and knows how much was read.</summary>
/// <param name="inner">Where the bytes come from.</param>
/// <param name="check">Throws when so many bytes are too many.</param>
/// <param name="hash">Takes in all that is read; may be absent.</param>
internal sealed class MeasuredStream(Stream inner, Action<long> check, IncrementalHash? hash = null) : Stream
{
    /// <summary>In bytes.</summary>
    public long Count { get; private set; }
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Count += read;
        hash?.AppendData(buffer.Span[..read]);
        check(Count);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
