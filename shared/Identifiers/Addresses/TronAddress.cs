namespace CaseCoordination.Identifiers;

/// <summary>Addresses of tron chains: Base58Check over 0x41 and 20 bytes; they begin with T.</summary>
internal static class TronAddress
{
    internal static IdentifierCheck Check(IdentifierText address)
    {
        var (bytes, wrong) = CheckedBase58.Read(address, Base58.Bitcoin, 34, 34);
        return wrong
            ?? (
                bytes is [0x41, ..] && bytes.Length == 21
                    ? address.Right(address.Value, IdentifierAssurance.Checksum)
                    : address.Wrong(
                        IdentifierProblemCodes.AddressOfAnotherChain,
                        "The checksum agrees, but the address belongs to another chain: those of tron begin with T.",
                        0
                    )
            );
    }
}
