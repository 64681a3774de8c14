using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Notifications;

/// <summary>The key of the node's cursors; made by the first replica that needs it.</summary>
public sealed record FeedKey
{
    public const string TheId = "feed";
    public required string Id { get; init; }

    /// <summary>16 bytes, base64. It hides how much goes on, and guards no content.</summary>
    public required string Key { get; init; }
}

/// <summary>
/// Places in the feed as texts. A place is a number that all authorities of a node share, so it is enciphered: a reader must not
/// count by it what happens where it may not look. One block holds the place, noise, and a mark of the authority.
/// </summary>
public sealed class FeedCursors(AuthoritySessions sessions, HostedAuthorities hosted)
{
    /// <summary>Before everything.</summary>
    public const string Start = "start";

    private const int Block = 16;
    private byte[]? _key;

    /// <summary>The cursor of an entry, the same each time.</summary>
    public async Task<string> OfEntryAsync(string authority, long place, CancellationToken cancellation) =>
        Write(await KeyAsync(cancellation), authority, place, 0);

    /// <summary>A cursor to go on from; each one looks new, so that two do not tell whether anything lies between them.</summary>
    public async Task<string> OfPlaceAsync(string authority, long place, CancellationToken cancellation) =>
        Write(await KeyAsync(cancellation), authority, place, RandomNumberGenerator.GetInt32(1, int.MaxValue));

    /// <summary>The place; null for a text that was not given to this authority.</summary>
    public async Task<long?> ReadAsync(string authority, string? cursor, CancellationToken cancellation)
    {
        if (cursor is null or "" or Start)
        {
            return 0;
        }

        Span<byte> block = stackalloc byte[Block + 2];
        if (
            !Base64Url.IsValid(cursor)
            || !Base64Url.TryDecodeFromChars(cursor, block, out var length)
            || length != Block
        )
        {
            return null;
        }

        var sealedBlock = block[..Block].ToArray();
        using var aes = Aes.Create();
        aes.Key = await KeyAsync(cancellation);
        var open = aes.DecryptEcb(sealedBlock, PaddingMode.None);
        return open.AsSpan(10).SequenceEqual(MarkOf(authority))
            ? (long)(BinaryPrimitives.ReadUInt64BigEndian(open) >> 16)
            : null;
    }

    private static string Write(byte[] key, string authority, long place, int noise)
    {
        Span<byte> block = stackalloc byte[Block];
        BinaryPrimitives.WriteUInt64BigEndian(block, (ulong)place << 16);
        BinaryPrimitives.WriteInt32BigEndian(block[6..], noise);
        MarkOf(authority).CopyTo(block[10..]);
        using var aes = Aes.Create();
        aes.Key = key;
        return Base64Url.EncodeToString(aes.EncryptEcb(block, PaddingMode.None));
    }

    private static ReadOnlySpan<byte> MarkOf(string authority) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(authority)).AsSpan(0, 6);

    private async Task<byte[]> KeyAsync(CancellationToken cancellation) =>
        _key ??= await FindAsync(cancellation) ?? await MakeAsync(cancellation);

    private async Task<byte[]?> FindAsync(CancellationToken cancellation)
    {
        await using var session = sessions.Open(hosted.Codes[0], "feed");
        var stored = await session.Documents.LoadAsync<FeedKey>(FeedKey.TheId, cancellation);
        return stored is null ? null : Convert.FromBase64String(stored.Key);
    }

    private async Task<byte[]> MakeAsync(CancellationToken cancellation)
    {
        await using var session = sessions.Open(hosted.Codes[0], "feed");
        var made = Convert.ToBase64String(RandomNumberGenerator.GetBytes(Block));
        session.Documents.Insert(new FeedKey { Id = FeedKey.TheId, Key = made });
        try
        {
            await session.SaveAsync(cancellation);
        }
        catch (JasperFx.DocumentAlreadyExistsException)
        {
            // Another replica was faster; its key holds.
        }

        return (await FindAsync(cancellation))!;
    }
}
