using System.Text;

namespace CaseCoordination.Identifiers;

/// <summary>Addresses of eip155 chains: 0x and 40 hexadecimal digits, whose capitals are a checksum (EIP-55).</summary>
internal static class EvmAddress
{
    // The case of letters alone carries the checksum: written in one case, an address has none, and gets it here.
    internal static IdentifierCheck Check(string chain, IdentifierText address)
    {
        if (!address.Value.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return address.Wrong(IdentifierProblemCodes.AddressFormatWrong, "An eip155 address begins with 0x.", 0);
        }

        var digits = address.From(2);
        var wrong =
            digits.FindOutside(char.IsAsciiHexDigit, "After 0x, an eip155 address consists of hexadecimal digits.")
            ?? digits.FindWrongLength(40, "After 0x, an eip155 address");
        if (wrong is not null)
        {
            return wrong;
        }

        var right = WithChecksum("", digits.Value);
        var isMixed = LetterCase.IsMixed(digits.Value);
        return !isMixed || digits.Value == right || IsRootstock(chain, digits.Value)
            ? address.Right("0x" + right, isMixed ? IdentifierAssurance.Checksum : IdentifierAssurance.Shape)
            : ExplainChecksum(digits, right);
    }

    private static IdentifierCheck ExplainChecksum(IdentifierText digits, string right) =>
        digits.Wrong(
            IdentifierProblemCodes.AddressChecksumWrong,
            "The address mixes capital and small letters, and they are not its EIP-55 checksum: at least one digit or one "
                + "letter's case is wrong. Take the address from its source again; one written wholly in small letters is "
                + "accepted, but proves less.",
            Enumerable.Range(0, right.Length).First(i => digits[i] != right[i])
        );

    // Rootstock (chains 30 and 31) mixes its chain's number into the checksum (EIP-1191).
    private static bool IsRootstock(string chain, string digits) =>
        chain is "30" or "31" && digits == WithChecksum(chain + "0x", digits);

    private static string WithChecksum(string salt, string digits)
    {
        var lower = Ascii.Lower(digits);
        var hash = Keccak256.Hash(Encoding.ASCII.GetBytes(salt + lower));
        return string.Create(
            lower.Length,
            (lower, hash),
            static (to, from) =>
            {
                for (var i = 0; i < to.Length; i++)
                {
                    var nibble = i % 2 == 0 ? from.hash[i / 2] >> 4 : from.hash[i / 2] & 15;
                    to[i] =
                        nibble >= 8 && char.IsAsciiLetter(from.lower[i]) ? (char)(from.lower[i] - 32) : from.lower[i];
                }
            }
        );
    }
}
