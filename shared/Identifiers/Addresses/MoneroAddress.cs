namespace CaseCoordination.Identifiers;

/// <summary>Addresses of monero chains: Base58 in blocks of 8 bytes, closed by the first four bytes of Keccak-256.</summary>
internal static class MoneroAddress
{
    private const int WholeBlock = 11;

    // How many characters a last, shorter block of so many bytes takes: the index counts bytes.
    private static readonly int[] BlockLengths = [0, 2, 3, 5, 6, 7, 9, 10, WholeBlock];

    internal static IdentifierCheck Check(IdentifierText address)
    {
        if (address.Length is not (95 or 106))
        {
            return address.Wrong(
                IdentifierProblemCodes.WrongLength,
                $"A monero address has 95 characters, or 106 with a payment id; this has {address.Length}."
            );
        }

        if (
            Decode(address.Value) is { } bytes
            && Keccak256
                .Hash(bytes.AsSpan(0, bytes.Length - 4))
                .AsSpan(0, 4)
                .SequenceEqual(bytes.AsSpan(bytes.Length - 4))
        )
        {
            return address.Right(address.Value, IdentifierAssurance.Checksum);
        }

        return LetterCase.FindLost(address)
            ?? address.FindOutside(Base58.Bitcoin.Contains, "Base58 has no 0, O, I or l, which are easily confused.")
            ?? address.Wrong(
                IdentifierProblemCodes.AddressChecksumWrong,
                "The address's checksum does not agree: at least one character, or its case, is wrong."
            );
    }

    private static byte[]? Decode(string value)
    {
        List<byte> bytes = [];
        for (var start = 0; start < value.Length; start += WholeBlock)
        {
            var block = value.Substring(start, Math.Min(WholeBlock, value.Length - start));
            var size = Array.IndexOf(BlockLengths, block.Length);
            if (size < 0 || Base58.Bitcoin.Decode(block) is not { } digits)
            {
                return null;
            }

            // Leading zeros of a block are part of its fixed size, not of the number.
            var significant = digits.SkipWhile(digit => digit == 0).ToArray();
            if (significant.Length > size)
            {
                return null;
            }

            bytes.AddRange([.. new byte[size - significant.Length], .. significant]);
        }

        return [.. bytes];
    }
}
