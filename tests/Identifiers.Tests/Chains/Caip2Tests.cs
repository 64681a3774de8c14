namespace CaseCoordination.Identifiers.Tests.Chains;

public sealed class Caip2Tests
{
    [Theory]
    [InlineData("eip155:1")]
    [InlineData("eip155:728126428")]
    [InlineData("bip122:000000000019d6689c085ae165831e93")]
    [InlineData("solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp")]
    [InlineData("tron:0x2b6653dc")]
    [InlineData("cosmos:cosmoshub-4")]
    [InlineData("starknet:SN_GOERLI")]
    [InlineData("xrpl:0")]
    public void A_right_chain_is_accepted(string chain) =>
        Expect.Accepted("caip-2", chain, chain, IdentifierAssurance.Shape);

    [Theory]
    [InlineData("bip122:000000000019D6689C085AE165831E93", "bip122:000000000019d6689c085ae165831e93")]
    [InlineData("tron:0x2B6653DC", "tron:0x2b6653dc")]
    [InlineData("tron:728126428", "tron:0x2b6653dc")]
    [InlineData("tron:1", "tron:0x00000001")]
    public void Two_spellings_of_one_chain_meet(string chain, string normalised) =>
        Expect.Accepted("caip-2", chain, normalised, IdentifierAssurance.Shape);

    [Fact]
    public void Its_parts_are_named() =>
        Expect.Parts("caip-2", "eip155:10", ("namespace", "eip155"), ("reference", "10"));

    [Theory]
    [InlineData("eip155", "part-missing", null)]
    [InlineData("EIP155:1", "wrong-character", 1)]
    [InlineData("ei:1", "wrong-length", null)]
    [InlineData("eip155toolong:1", "wrong-length", null)]
    [InlineData(":1", "wrong-length", null)]
    [InlineData("eip155:", "wrong-length", null)]
    [InlineData("eip155:01", "chain-id-wrong", 8)]
    [InlineData("eip155:0x1", "chain-id-wrong", 8)]
    [InlineData("eip155:1:2", "wrong-character", 9)]
    [InlineData("cosmos:123456789012345678901234567890123", "wrong-length", null)]
    [InlineData("bip122:000000000019d6689c085ae165831e9", "chain-id-wrong", 8)]
    [InlineData("bip122:000000000019d6689c085ae165831e9g", "chain-id-wrong", 8)]
    [InlineData("solana:mainnet", "chain-id-wrong", 8)]
    [InlineData("solana:5eykt4usfv8p8njdtrepy1vzqkqzkvdp", "letter-case-lost", null)]
    [InlineData("tron:mainnet", "chain-id-wrong", 6)]
    [InlineData("tron:4294967296", "chain-id-wrong", 6)]
    public void A_wrong_chain_is_refused(string chain, string code, int? position) =>
        Expect.Refused("caip-2", chain, code, position);
}
