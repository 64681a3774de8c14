namespace CaseCoordination.Identifiers;

/// <summary>Addresses of solana chains: Base58 over exactly 32 bytes, without a checksum.</summary>
internal static class SolanaAddress
{
    internal static IdentifierCheck Check(IdentifierText address)
    {
        if (address.Length is < 32 or > 44)
        {
            return address.Wrong(
                IdentifierProblemCodes.WrongLength,
                $"A solana address has 32 to 44 characters; this has {address.Length}."
            );
        }

        // Nothing else would notice lost capitals: there is no checksum, and a true key in one case is one in 10^9 or rarer.
        var wrong =
            LetterCase.FindLost(address)
            ?? address.FindOutside(Base58.Bitcoin.Contains, "Base58 has no 0, O, I or l, which are easily confused.");
        if (wrong is not null)
        {
            return wrong;
        }

        return Base58.Bitcoin.Decode(address.Value) is { Length: 32 }
            ? address.Right(address.Value, IdentifierAssurance.Shape)
            : address.Wrong(
                IdentifierProblemCodes.AddressFormatWrong,
                "A solana address holds exactly 32 bytes; this does not: a character is missing, wrong or too many."
            );
    }
}
