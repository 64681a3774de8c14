using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace CaseCoordination.CaseIntake.Cases.Exhibits;

/// <summary>
/// Contents as files: written beside their place, flushed to disk and then renamed, so that a place holds a whole content or
/// none. Memory stays constant whatever the size.
/// </summary>
public sealed class FileExhibitStore : IExhibitStore
{
    private const int BufferSize = 128 * 1024;
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);
    private readonly string _root;

    // A range request must not read a large file twice, so what was checked is remembered until the file changes.
    private readonly ConcurrentDictionary<string, (string Sha256, DateTime Changed)> _checked = new(
        StringComparer.Ordinal
    );

    public FileExhibitStore(ExhibitSettings settings, TimeProvider clock)
    {
        _root = Path.GetFullPath(settings.Directory);
        Directory.CreateDirectory(_root);
        var abandoned = (clock.GetUtcNow() - Abandoned).UtcDateTime;
        foreach (var part in Directory.EnumerateFiles(_root, "*.part", SearchOption.AllDirectories))
        {
            if (File.GetLastWriteTimeUtc(part) < abandoned)
            {
                File.Delete(part);
            }
        }
    }

    public async Task<Storing> StoreAsync(
        ExhibitKey key,
        Stream content,
        long size,
        string sha256,
        CancellationToken cancellation
    )
    {
        var place = PlaceOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        var part = $"{place}.{Guid.CreateVersion7():N}.part";
        try
        {
            var (written, hash) = await WriteAsync(part, content, size, cancellation);
            if (written != size)
            {
                return Storing.SizeDiffers;
            }

            if (hash != sha256)
            {
                return Storing.HashDiffers;
            }

            File.Move(part, place, overwrite: true);
            return Storing.Stored;
        }
        finally
        {
            File.Delete(part);
        }
    }

    public async Task<Stream?> OpenAsync(ExhibitKey key, string sha256, CancellationToken cancellation)
    {
        var place = PlaceOf(key);
        if (!File.Exists(place))
        {
            return null;
        }

        var file = new FileStream(
            place,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read | FileShare.Delete,
            BufferSize,
            true
        );
        var changed = File.GetLastWriteTimeUtc(place);
        if (_checked.TryGetValue(place, out var known) && known == (sha256, changed))
        {
            return file;
        }

        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation)) != sha256)
        {
            await file.DisposeAsync();
            return null;
        }

        if (_checked.Count >= MostRemembered)
        {
            _checked.Clear();
        }

        _checked[place] = (sha256, changed);
        file.Position = 0;
        return file;
    }

    public void Delete(ExhibitKey key) => File.Delete(PlaceOf(key));

    public void DeleteAll(string authority, Guid caseId)
    {
        var directory = DirectoryOf(authority, caseId);
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task<(long Written, string Hash)> WriteAsync(
        string part,
        Stream content,
        long size,
        CancellationToken cancellation
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            await using var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, true);
            var written = 0L;
            int read;
            while (written <= size && (read = await content.ReadAsync(buffer, cancellation)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
                written += read;
            }

            file.Flush(flushToDisk: true);
            return (written, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private string PlaceOf(ExhibitKey key) =>
        Path.Combine(DirectoryOf(key.Authority, key.CaseId), key.ExhibitId.ToString("N"));

    private string DirectoryOf(string authority, Guid caseId) =>
        authority.Length > 0 && authority.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? Path.Combine(_root, authority, caseId.ToString("N"))
            : throw new ArgumentException(
                "An authority's code consists of letters, digits and hyphens.",
                nameof(authority)
            );
}
