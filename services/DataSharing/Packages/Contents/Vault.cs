using System.Buffers;
using System.Security.Cryptography;

namespace CaseCoordination.DataSharing.Packages.Contents;

/// <summary>What became of bytes that were written to a part.</summary>
public enum Writing
{
    /// <summary>Kept; more has to follow.</summary>
    Partial,

    /// <summary>Complete, checked and in its place.</summary>
    Stored,

    /// <summary>Somebody else is writing to the part.</summary>
    Busy,

    /// <summary>The bytes would begin behind what is there.</summary>
    Gap,

    /// <summary>More bytes came than were announced; none of them was kept.</summary>
    TooLong,

    /// <summary>Complete, but not the content that was announced: nothing is left of it.</summary>
    Differs,
}

/// <summary>What was written, how many bytes the part has now, and the SHA-256 of a complete content.</summary>
public sealed record Written(Writing Outcome, long Reached, string? Sha256 = null);

/// <summary>A content by its size in bytes and its SHA-256 in lower-case hexadecimal.</summary>
public sealed record ContentFacts(long Size, string Sha256);

/// <summary>
/// Contents as files in one folder for each authority: written as a part, flushed to disk, and moved to the place named by their
/// SHA-256 only when complete. Memory stays constant whatever the size; nothing is shared between authorities.
/// </summary>
public sealed class Vault
{
    private const int BufferSize = 128 * 1024;
    private readonly string _root;

    public Vault(PackageSettings settings)
    {
        _root = Path.GetFullPath(settings.Vault);
        Directory.CreateDirectory(_root);
    }

    /// <summary>How many bytes of a part are here.</summary>
    public long Reached(string authority, string part) =>
        new FileInfo(PartOf(authority, part)) is { Exists: true } file ? file.Length : 0;

    /// <summary>Appends to a part from an offset that it has reached; completes it when all bytes of the content are there.</summary>
    /// <param name="authority">Whose content it is.</param>
    /// <param name="part">Name of the part, made of ids.</param>
    /// <param name="offset">Where the bytes belong; what the part has behind it is written anew.</param>
    /// <param name="bytes">The bytes; an interrupted stream keeps what came and throws.</param>
    /// <param name="count">How many bytes belong to it at most.</param>
    /// <param name="size">Size of the whole content.</param>
    /// <param name="sha256">Hash of the whole content where it is known before.</param>
    /// <param name="cancellation">Interrupts the stream.</param>
    public async Task<Written> WriteAsync(
        string authority,
        string part,
        long offset,
        Stream bytes,
        long count,
        long size,
        string? sha256,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var path = PartOf(authority, part);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = TryOpen(path);
        if (file is null)
        {
            return new Written(Writing.Busy, Reached(authority, part));
        }

        if (offset > file.Length)
        {
            return new Written(Writing.Gap, file.Length);
        }

        file.SetLength(offset);
        file.Position = offset;
        using var hash = offset == 0 ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
        if (!await AppendAsync(file, bytes, count, hash, cancellation))
        {
            file.SetLength(offset);
            return new Written(Writing.TooLong, offset);
        }

        return file.Length < size
            ? new Written(Writing.Partial, file.Length)
            : await CompleteAsync(authority, file, hash, size, sha256, cancellation);
    }

    /// <summary>Keeps a content whose size and hash become known by writing it.</summary>
    public async Task<ContentFacts> KeepAsync(
        string authority,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        var path = PartOf(authority, $"{Guid.CreateVersion7():N}");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = TryOpen(path)!;
        try
        {
            await using var hashing = new HashingStream(file);
            await write(hashing, cancellation);
            var facts = new ContentFacts(file.Length, hashing.Finish());
            Place(authority, file, facts.Sha256);
            return facts;
        }
        finally
        {
            File.Delete(path);
        }
    }

    public bool Holds(string authority, string sha256) => File.Exists(PlaceOf(authority, sha256));

    /// <summary>The content, seekable; null when it is not here.</summary>
    public Stream? Open(string authority, string sha256)
    {
        try
        {
            return new FileStream(
                PlaceOf(authority, sha256),
                new FileStreamOptions
                {
                    Mode = FileMode.Open,
                    Access = FileAccess.Read,
                    Share = FileShare.Read | FileShare.Delete,
                    BufferSize = 0,
                    Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                }
            );
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Delete(string authority, string sha256) => File.Delete(PlaceOf(authority, sha256));

    public void DeletePart(string authority, string part)
    {
        var path = PartOf(authority, part);
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    /// <summary>Deletes parts that rest since before an instant, and tells the contents that are as old.</summary>
    public IEnumerable<string> Old(string authority, DateTimeOffset before)
    {
        foreach (
            var part in FilesIn(Path.Combine(FolderOf(authority), "parts"))
                .Where(f => f.LastWriteTimeUtc < before.UtcDateTime)
        )
        {
            part.Delete();
        }

        return FilesIn(Path.Combine(FolderOf(authority), "contents"))
            .Where(f => f.LastWriteTimeUtc < before.UtcDateTime)
            .Select(f => f.Name);
    }

    private async Task<Written> CompleteAsync(
        string authority,
        FileStream file,
        IncrementalHash? hash,
        long size,
        string? sha256,
        CancellationToken cancellation
    )
    {
        file.Position = 0;
        var found = Convert.ToHexStringLower(hash?.GetHashAndReset() ?? await SHA256.HashDataAsync(file, cancellation));
        if (file.Length != size || (sha256 is not null && sha256 != found))
        {
            File.Delete(file.Name);
            return new Written(Writing.Differs, file.Length, found);
        }

        Place(authority, file, found);
        return new Written(Writing.Stored, size, found);
    }

    // Moved while it is still locked, so that no other writer of the part gets between.
    private void Place(string authority, FileStream file, string sha256)
    {
        file.Flush(flushToDisk: true);
        var place = PlaceOf(authority, sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Move(file.Name, place, overwrite: true);
    }

    // False when there are more bytes than belong to it. What came before an interruption is on disk.
    private static async Task<bool> AppendAsync(
        FileStream file,
        Stream bytes,
        long count,
        IncrementalHash? hash,
        CancellationToken cancellation
    )
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var left = count;
            int read;
            while ((read = await bytes.ReadAsync(buffer, cancellation)) > 0)
            {
                if (read > left)
                {
                    return false;
                }

                hash?.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
                left -= read;
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            file.Flush(flushToDisk: true);
        }
    }

    private static FileStream? TryOpen(string path)
    {
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 0, true);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }

        // Opened just before another writer moved it to its place: what is open is that content, and not to be touched.
        if (!File.Exists(path))
        {
            file.Dispose();
            return null;
        }

        return file;
    }

    private static IEnumerable<FileInfo> FilesIn(string folder) =>
        Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories) : [];

    private string PlaceOf(string authority, string sha256) =>
        sha256 is { Length: 64 } && sha256.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(FolderOf(authority), "contents", sha256[..2], sha256)
            : throw new ArgumentException("A SHA-256 is 64 lower-case hexadecimal digits.", nameof(sha256));

    private string PartOf(string authority, string part) =>
        part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? Path.Combine(FolderOf(authority), "parts", part)
            : throw new ArgumentException("A part is named by ids.", nameof(part));

    private string FolderOf(string authority) =>
        authority.Length > 0 && authority.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? Path.Combine(_root, authority)
            : throw new ArgumentException(
                "An authority's code consists of letters, digits and hyphens.",
                nameof(authority)
            );
}
