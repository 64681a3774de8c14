namespace CaseCoordination.Identifiers.Tests.Chains;

public sealed class Caip19Tests
{
    private const string Contract = "0x70dDCE7BFDEBCdade3c91171dedAfD1b20309708";
    private const string Mint = "8baq5oJLMb7p4LNC6pt1W7DGwUMK1xFavKnat71mmzEc";
    private const string Solana = "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp";

    [Theory]
    [InlineData("eip155:1/slip44:60", IdentifierAssurance.Shape)]
    [InlineData("bip122:000000000019d6689c085ae165831e93/slip44:0", IdentifierAssurance.Shape)]
    [InlineData($"eip155:1/erc20:{Contract}", IdentifierAssurance.Checksum)]
    [InlineData($"eip155:1/erc721:{Contract}/771769", IdentifierAssurance.Checksum)]
    [InlineData($"{Solana}/token:{Mint}", IdentifierAssurance.Shape)]
    [InlineData("tron:0x2b6653dc/trc20:TLFzPwChHWvAfod9KBs4edBZ2TfdJ8Bzd1", IdentifierAssurance.Checksum)]
    [InlineData("hedera:mainnet/nft:0.0.55492/12", IdentifierAssurance.Shape)]
    public void A_right_asset_is_accepted(string asset, IdentifierAssurance assurance) =>
        Expect.Accepted("caip-19", asset, asset, assurance);

    [Theory]
    [InlineData("eip155:1/erc20:0x70ddce7bfdebcdade3c91171dedafd1b20309708", $"eip155:1/erc20:{Contract}")]
    [InlineData("tron:728126428/slip44:195", "tron:0x2b6653dc/slip44:195")]
    public void Chain_and_contract_are_normalised(string asset, string normalised) =>
        Expect.Accepted("caip-19", asset, normalised, IdentifierAssurance.Shape);

    [Fact]
    public void Its_parts_are_named() =>
        Expect.Parts(
            "caip-19",
            $"eip155:1/erc721:{Contract}/7",
            ("namespace", "eip155"),
            ("reference", "1"),
            ("asset-kind", "erc721"),
            ("asset-reference", Contract),
            ("token-id", "7")
        );

    [Theory]
    [InlineData("eip155:1", "part-missing", null)]
    [InlineData("eip155:1/erc20", "part-missing", null)]
    [InlineData("eip155:01/slip44:60", "chain-id-wrong", 8)]
    [InlineData("eip155:1/ERC20:0x70dDCE7BFDEBCdade3c91171dedAfD1b20309708", "wrong-character", 10)]
    [InlineData("eip155:1/e2:1", "wrong-length", null)]
    [InlineData("eip155:1/slip44:060", "wrong-character", 17)]
    [InlineData("eip155:1/slip44:", "wrong-length", null)]
    [InlineData("eip155:1/slip44:60/1", "token-id-wrong", 20)]
    [InlineData($"eip155:1/erc20:{Contract}/1", "token-id-wrong", 59)]
    [InlineData($"eip155:1/erc721:{Contract}/x1", "token-id-wrong", 60)]
    [InlineData($"eip155:1/erc721:{Contract}/1/2", "wrong-character", 61)]
    [InlineData("eip155:1/erc20:0x70ddCE7BFDEBCdade3c91171dedAfD1b20309708", "address-checksum-wrong", 21)]
    [InlineData("tron:0x2b6653dc/trc20:tlfzpwchhwvafod9kbs4edbz2tfdj8bzd1", "letter-case-lost", null)]
    [InlineData("eip155:1/nft:a~b", "wrong-character", 15)]
    public void A_wrong_asset_is_refused(string asset, string code, int? position) =>
        Expect.Refused("caip-19", asset, code, position);
}
