using System.Security.Cryptography;

namespace CaseCoordination.Identifiers;

/// <summary>Base58 with one of its two alphabets, and the four-byte checksum that most chains append.</summary>
internal sealed class Base58
{
    internal static readonly Base58 Bitcoin = new("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz");
    internal static readonly Base58 Ripple = new("rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz");

    private readonly string _alphabet;

    private Base58(string alphabet) => _alphabet = alphabet;

    internal bool Contains(char c) => _alphabet.Contains(c, StringComparison.Ordinal);

    /// <summary>The bytes, or null when a character is outside the alphabet. Quadratic: callers bound the length.</summary>
    internal byte[]? Decode(string value)
    {
        var little = new byte[value.Length];
        var used = 0;
        foreach (var c in value)
        {
            var carry = _alphabet.IndexOf(c, StringComparison.Ordinal);
            if (carry < 0)
            {
                return null;
            }

            for (var i = 0; i < used || carry > 0; i++)
            {
                carry += little[i] * 58;
                little[i] = (byte)carry;
                carry >>= 8;
                used = Math.Max(used, i + 1);
            }
        }

        var bytes = new byte[value.TakeWhile(c => c == _alphabet[0]).Count() + used];
        for (var i = 0; i < used; i++)
        {
            bytes[^(i + 1)] = little[i];
        }

        return bytes;
    }

    /// <summary>The characters for these bytes.</summary>
    internal string Encode(ReadOnlySpan<byte> bytes)
    {
        var zeros = 0;
        while (zeros < bytes.Length && bytes[zeros] == 0)
        {
            zeros++;
        }

        var rest = bytes.ToArray();
        List<char> reversed = [];
        for (var start = zeros; start < rest.Length; )
        {
            var remainder = 0;
            for (var i = start; i < rest.Length; i++)
            {
                var value = remainder * 256 + rest[i];
                rest[i] = (byte)(value / 58);
                remainder = value % 58;
            }

            reversed.Add(_alphabet[remainder]);
            while (start < rest.Length && rest[start] == 0)
            {
                start++;
            }
        }

        reversed.Reverse();
        return new string(_alphabet[0], zeros) + string.Concat(reversed);
    }

    /// <summary>The bytes with their checksum: the first four bytes of SHA-256 taken twice.</summary>
    internal string EncodeChecked(ReadOnlySpan<byte> payload) => Encode([.. payload, .. Checksum(payload)]);

    /// <summary>The bytes without their checksum, or null when it does not agree.</summary>
    internal byte[]? DecodeChecked(string value) =>
        Decode(value) is { Length: > 4 } bytes
        && bytes.AsSpan(bytes.Length - 4).SequenceEqual(Checksum(bytes.AsSpan(0, bytes.Length - 4)))
            ? bytes[..^4]
            : null;

    private static byte[] Checksum(ReadOnlySpan<byte> payload) => SHA256.HashData(SHA256.HashData(payload))[..4];
}
