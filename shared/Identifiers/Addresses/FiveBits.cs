namespace CaseCoordination.Identifiers;

/// <summary>The 32 characters that bech32 and CashAddr share, and the way between bytes and groups of five bits.</summary>
internal static class FiveBits
{
    internal const string Characters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

    internal static bool Is(char c) => Characters.Contains(c, StringComparison.Ordinal);

    internal static byte[] Read(string characters) =>
        [.. characters.Select(c => (byte)Characters.IndexOf(c, StringComparison.Ordinal))];

    internal static string Write(IEnumerable<byte> groups) => string.Concat(groups.Select(group => Characters[group]));

    /// <summary>The bytes in these groups, or null when the bits left over are too many or not zero.</summary>
    internal static byte[]? ToBytes(ReadOnlySpan<byte> groups)
    {
        var bytes = new byte[groups.Length * 5 / 8];
        var (bits, held, at) = (0, 0, 0);
        foreach (var group in groups)
        {
            bits = ((bits << 5) | group) & 0xFFF;
            held += 5;
            if (held >= 8)
            {
                held -= 8;
                bytes[at++] = (byte)(bits >> held);
            }
        }

        return held < 5 && (bits & ((1 << held) - 1)) == 0 ? bytes : null;
    }

    internal static byte[] FromBytes(ReadOnlySpan<byte> bytes)
    {
        var groups = new byte[(bytes.Length * 8 + 4) / 5];
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var value = (bytes[bit / 8] >> (7 - bit % 8)) & 1;
            groups[bit / 5] |= (byte)(value << (4 - bit % 5));
        }

        return groups;
    }
}
