namespace CaseCoordination.Identifiers;

/// <summary>Sends an address to the rules of its chain's namespace; unknown namespaces are checked for shape only.</summary>
internal static class ChainAddress
{
    internal static IdentifierCheck Check(IdentifierCheck chain, IdentifierText address) =>
        chain.Parts[0].Value switch
        {
            "eip155" => EvmAddress.Check(chain.Parts[1].Value, address),
            "bip122" => Bip122Address.Check(chain.Parts[1].Value, address),
            "tron" => TronAddress.Check(address),
            "solana" => SolanaAddress.Check(address),
            "xrpl" => XrplAddress.Check(address),
            "monero" => MoneroAddress.Check(address),
            _ => address.Right(address.Value, IdentifierAssurance.Shape),
        };
}
