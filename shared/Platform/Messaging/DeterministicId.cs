using System.Security.Cryptography;
using System.Text;

namespace CaseCoordination.Platform.Messaging;

/// <summary>Ids that follow from what they name, so that doing a thing again gives the same id (UUID version 8 over SHA-256, RFC 9562).</summary>
public static class DeterministicId
{
    private static readonly Guid Namespace = new("5a9d3f2e-6d0c-5a58-9b7e-3f5f0a6f7c11");

    /// <summary>The id named by these parts.</summary>
    public static Guid Of(params ReadOnlySpan<string> parts)
    {
        var name = Encoding.UTF8.GetBytes(string.Join('\u001f', parts));
        var input = new byte[16 + name.Length];
        Namespace.TryWriteBytes(input, bigEndian: true, out _);
        name.CopyTo(input, 16);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
