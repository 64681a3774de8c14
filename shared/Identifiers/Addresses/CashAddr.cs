namespace CaseCoordination.Identifiers;

/// <summary>Bitcoin Cash addresses, written without the prefix that their checksum nevertheless covers.</summary>
internal static class CashAddr
{
    private const string Prefix = "bitcoincash";
    private const int ChecksumLength = 8;
    private static readonly ulong[] Generators = [0x98F2BC8E61, 0x79B76D99E2, 0xF33E5FB3C4, 0xAE2EABE2A8, 0x1E4F43E470];

    /// <summary>The one spelling of the account, or null when this is no such address.</summary>
    /// <remarks>Token-aware addresses name the same account and are written in the ordinary form.</remarks>
    internal static string? Normalise(string value)
    {
        var lower = Ascii.Lower(value);
        if (lower.Length is < 42 or > 61 || LetterCase.IsMixed(value) || !lower.All(FiveBits.Is))
        {
            return null;
        }

        var groups = FiveBits.Read(lower);
        if (
            Checksum(groups) != 0
            || FiveBits.ToBytes(groups.AsSpan(0, groups.Length - ChecksumLength)) is not { } bytes
        )
        {
            return null;
        }

        return (bytes[0], bytes.Length) switch
        {
            (0x00 or 0x10, 21) => Write(0x00, bytes.AsSpan(1)),
            (0x08 or 0x18, 21) => Write(0x08, bytes.AsSpan(1)),
            (0x0B or 0x1B, 33) => Write(0x0B, bytes.AsSpan(1)),
            _ => null,
        };
    }

    /// <summary>Writes the hash of a key (version 0) or of a script (version 8).</summary>
    internal static string Write(byte version, ReadOnlySpan<byte> hash)
    {
        var data = FiveBits.FromBytes([version, .. hash]);
        var sum = Checksum([.. data, .. new byte[ChecksumLength]]);
        return FiveBits.Write(
            data.Concat(Enumerable.Range(1, ChecksumLength).Select(i => (byte)((sum >> (40 - 5 * i)) & 31)))
        );
    }

    private static ulong Checksum(byte[] groups)
    {
        var sum = 1UL;
        foreach (var value in Prefix.Select(c => (byte)(c & 31)).Append((byte)0).Concat(groups))
        {
            var top = (int)(sum >> 35);
            sum = ((sum & 0x07FFFFFFFF) << 5) ^ value;
            for (var i = 0; i < Generators.Length; i++)
            {
                sum ^= ((top >> i) & 1) == 0 ? 0 : Generators[i];
            }
        }

        return sum ^ 1;
    }
}
