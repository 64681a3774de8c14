using System.Security.Cryptography;
using System.Text;

namespace CaseCoordination.Correspondence;

/// <summary>Letter ids that follow from their cause: deciding again gives the same letters (UUID version 7, the cause's time).</summary>
public static class LetterIds
{
    public static Guid Of(Guid seed, string to, string kind)
    {
        Span<byte> id = stackalloc byte[16];
        seed.TryWriteBytes(id, bigEndian: true, out _);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{seed:N} {to} {kind}"), hash);
        hash[..10].CopyTo(id[6..]);
        id[6] = (byte)((id[6] & 0x0F) | 0x70);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
