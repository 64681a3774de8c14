namespace CaseCoordination.Identifiers;

/// <summary>Addresses of the XRP Ledger: its own Base58 alphabet over a zero byte and 20 bytes; they begin with r.</summary>
internal static class XrplAddress
{
    internal static IdentifierCheck Check(IdentifierText address)
    {
        var (bytes, wrong) = CheckedBase58.Read(address, Base58.Ripple, 25, 35);
        return wrong
            ?? (
                bytes is [0, ..] && bytes.Length == 21
                    ? address.Right(address.Value, IdentifierAssurance.Checksum)
                    : address.Wrong(
                        IdentifierProblemCodes.AddressFormatWrong,
                        "The checksum agrees, but this is not an account of the XRP Ledger: those begin with r.",
                        0
                    )
            );
    }
}
