using System.IO.Compression;
using System.Security.Cryptography;
using CaseCoordination.DataSharing.Records.Domain;

namespace CaseCoordination.DataSharing.Records.Intake;

/// <summary>A file of records as it arrives: unpacked while it is read, within the limits of size and ratio.</summary>
public sealed class RecordFile : IDisposable
{
    // A small file may pack well without being a bomb.
    private const long Harmless = 4 * 1024 * 1024;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly MeasuredStream _sent;
    private readonly RecordSettings _settings;
    private readonly string _mediaType;

    public RecordFile(Stream sent, string mediaType, string? encoding, RecordSettings settings)
    {
        (_settings, _mediaType) = (settings, mediaType);
        _sent = new MeasuredStream(sent, CheckSent, _hash);
        Unpacked = new MeasuredStream(
            encoding switch
            {
                "gzip" => new GZipStream(_sent, CompressionMode.Decompress),
                "br" => new BrotliStream(_sent, CompressionMode.Decompress),
                _ => _sent,
            },
            CheckUnpacked
        );
    }

    /// <summary>Encodings that are unpacked.</summary>
    public static IReadOnlyList<string> Encodings { get; } = ["gzip", "br", "identity"];

    public Stream Unpacked { get; }

    /// <summary>What the file was, once all of it is read.</summary>
    public async Task<SentFile> FinishAsync(CancellationToken cancellation)
    {
        await _sent.CopyToAsync(Stream.Null, cancellation);
        return new SentFile(_mediaType, Convert.ToHexStringLower(_hash.GetHashAndReset()), _sent.Count);
    }

    public void Dispose()
    {
        Unpacked.Dispose();
        _hash.Dispose();
    }

    private void CheckSent(long count)
    {
        if (count > _settings.MaxBytes)
        {
            throw new UnreadableFileException(
                "file-too-large",
                $"At most {_settings.MaxBytes} bytes are taken in one file."
            );
        }
    }

    private void CheckUnpacked(long count)
    {
        if (count > _settings.MaxUnpackedBytes)
        {
            throw new UnreadableFileException(
                "file-too-large",
                $"At most {_settings.MaxUnpackedBytes} bytes are taken once unpacked."
            );
        }

        if (count > Harmless && count / _settings.MaxRatio > _sent.Count)
        {
            throw new UnreadableFileException(
                "packed-too-tightly",
                $"The file unpacks to more than {_settings.MaxRatio} times its size; send it in less packed form."
            );
        }
    }
}
