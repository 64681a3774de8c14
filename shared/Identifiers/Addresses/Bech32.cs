namespace CaseCoordination.Identifiers;

/// <summary>Segregated-witness addresses: bech32 for version 0 (BIP-173), bech32m for later ones (BIP-350).</summary>
internal static class Bech32
{
    private const int Bech32Constant = 1;
    private const int Bech32mConstant = 0x2BC830A3;
    private static readonly int[] Generators = [0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3];

    /// <summary>Checks an address whose prefix is known to be followed by the separator 1.</summary>
    internal static IdentifierCheck Check(IdentifierText given, int prefixLength)
    {
        if (LetterCase.IsMixed(given.Value))
        {
            return given.Wrong(
                IdentifierProblemCodes.AddressFormatWrong,
                "A bech32 address is written in small letters or in capitals throughout; this mixes them."
            );
        }

        var text = given with { Value = Ascii.Lower(given.Value) };
        var data = text.From(prefixLength + 1);
        if (
            data.FindOutside(FiveBits.Is, "A bech32 address never contains 1, b, i or o after its prefix.") is { } wrong
        )
        {
            return wrong;
        }

        if (data.Length < 7 || text.Length > 90)
        {
            return text.Wrong(
                IdentifierProblemCodes.WrongLength,
                $"A bech32 address has at most 90 characters, and at least 7 after its prefix; this has {text.Length} in all."
            );
        }

        return CheckProgram(text, text.Value[..prefixLength], FiveBits.Read(data.Value));
    }

    private static IdentifierCheck CheckProgram(IdentifierText text, string prefix, byte[] groups)
    {
        var version = groups[0];
        var sum = Checksum(prefix, groups);
        if (sum != (version == 0 ? Bech32Constant : Bech32mConstant))
        {
            return text.Wrong(
                IdentifierProblemCodes.AddressChecksumWrong,
                sum is Bech32Constant or Bech32mConstant
                    ? $"A witness address of version {version} needs {(version == 0 ? "bech32" : "bech32m")}, and this has the other checksum."
                    : "The address's bech32 checksum does not agree: at least one character is wrong or missing."
            );
        }

        var program = FiveBits.ToBytes(groups.AsSpan(1, groups.Length - 7));
        var isRight =
            version <= 16 && program is { Length: >= 2 and <= 40 } && (version > 0 || program.Length is 20 or 32);
        return isRight
            ? text.Right(text.Value, IdentifierAssurance.Checksum)
            : text.Wrong(
                IdentifierProblemCodes.AddressFormatWrong,
                "The checksum agrees, but what the address holds is no witness program: version 0 to 16, with 2 to 40 bytes, "
                    + "and exactly 20 or 32 of them in version 0."
            );
    }

    private static int Checksum(string prefix, byte[] groups)
    {
        var sum = 1;
        foreach (
            var value in prefix
                .Select(c => c >> 5)
                .Append(0)
                .Concat(prefix.Select(c => c & 31))
                .Concat(groups.Select(g => (int)g))
        )
        {
            var top = sum >> 25;
            sum = ((sum & 0x1FFFFFF) << 5) ^ value;
            for (var i = 0; i < Generators.Length; i++)
            {
                sum ^= ((top >> i) & 1) == 0 ? 0 : Generators[i];
            }
        }

        return sum;
    }
}
