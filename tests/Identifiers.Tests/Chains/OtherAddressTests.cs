namespace CaseCoordination.Identifiers.Tests.Chains;

public sealed class OtherAddressTests
{
    private const string Tron = "tron:0x2b6653dc:";
    private const string Solana = "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp:";
    private const string Monero = "monero:418015bb9ae982a1975da7d79277c270:";

    [Theory]
    [InlineData(Tron + "TLFzPwChHWvAfod9KBs4edBZ2TfdJ8Bzd1")]
    [InlineData("xrpl:0:rBH8P1Fy38oDWdZW5vDM37VRfCvK9yJs6T")]
    [InlineData(
        Monero + "45uBXJ2r3WUW5x2cXeHf4g5Y9ux379XGhFQxfxxSMCk4XyPhTX2EM7th3UPn6DBQQajGoJSRT9R8Kj54hyGzfGF47qUZutB"
    )]
    [InlineData(
        Monero
            + "4FbrY6rLemzW5x2cXeHf4g5Y9ux379XGhFQxfxxSMCk4XyPhTX2EM7th3UPn6DBQQajGoJSRT9R8Kj54hyGzfGF4B7MS7CRZakCLXPHhnD"
    )]
    public void A_right_checksum_is_accepted(string account) =>
        Expect.Accepted("caip-10", account, account, IdentifierAssurance.Checksum);

    [Theory]
    [InlineData(Solana + "8baq5oJLMb7p4LNC6pt1W7DGwUMK1xFavKnat71mmzEc")]
    [InlineData(Solana + "11111GFkvKHDKLoF5G64pDbCmVSfRo3Xyjm8ZaP5TZ")]
    [InlineData(Solana + "11111111111111111111111111111111")]
    [InlineData("hedera:mainnet:0.0.1234567890-zbhlt")]
    [InlineData("cosmos:cosmoshub-4:cosmos1t2uflqwqe0fsj0shcfkrvpukewcw40yjj6hdc0")]
    public void An_address_without_a_known_checksum_is_accepted_for_its_shape(string account) =>
        Expect.Accepted("caip-10", account, account, IdentifierAssurance.Shape);

    [Fact]
    public void The_chain_is_normalised_with_the_account() =>
        Expect.Accepted(
            "caip-10",
            "tron:728126428:TLFzPwChHWvAfod9KBs4edBZ2TfdJ8Bzd1",
            Tron + "TLFzPwChHWvAfod9KBs4edBZ2TfdJ8Bzd1",
            IdentifierAssurance.Checksum
        );

    [Fact]
    public void Its_parts_are_named() =>
        Expect.Parts(
            "caip-10",
            "xrpl:0:rBH8P1Fy38oDWdZW5vDM37VRfCvK9yJs6T",
            ("namespace", "xrpl"),
            ("reference", "0"),
            ("address", "rBH8P1Fy38oDWdZW5vDM37VRfCvK9yJs6T")
        );

    [Theory]
    [InlineData(Tron + "tlfzpwchhwvafod9kbs4edbz2tfdj8bzd1", "letter-case-lost", null)]
    [InlineData(Tron + "TLFzPwChHWvAfod9KBs4edBZ2TfdJ8Bzd2", "address-checksum-wrong", null)]
    [InlineData(Tron + "1BHnPspy8noDWdZWivDM8UVR7fvK9yJ3hT", "address-of-another-chain", 17)]
    [InlineData(Tron + "TLFzPwChHWvAfod9KBs4edBZ2TfdJ8Bzd", "wrong-length", null)]
    [InlineData(Tron + "TLFzPwChHWvAfod9KBs4edBZ2TfdJ8Bzl1", "wrong-character", 49)]
    [InlineData("xrpl:0:rBH8P1Fy38oDWdZW5vDM37VRfCvK9yJs6r", "address-checksum-wrong", null)]
    [InlineData("xrpl:0:rbh8p1fy38odwdzw5vdm37vrfcvk9yjs6t", "letter-case-lost", null)]
    [InlineData("xrpl:0:sByoKRKQg6fbboEAir1AZaiMGUDp6mNuc6", "address-format-wrong", 8)]
    [InlineData(Solana + "8baq5ojlmb7p4lnc6pt1w7dgwumk1xfavknat71mmzec", "letter-case-lost", null)]
    [InlineData(Solana + "8baq5oJLMb7p4LNC6pt1W7DGwUMK1xFavKnat71mmzE0", "wrong-character", 84)]
    [InlineData(Solana + "2ipYHVceTsKmCBH8Vxi1ZsoHJKtGs4TQzr7hkkWB9P2", "address-format-wrong", null)]
    [InlineData(Solana + "8baq5oJLMb7p4LNC6pt1W7DGwUMK1xF", "wrong-length", null)]
    [InlineData(
        Monero + "45uBXJ2r3WUW5x2cXeHf4g5Y9ux379XGhFQxfxxSMCk4XyPhTX2EM7th3UPn6DBQQajGoJSRT9R8Kj54hyGzfGF47qUZutC",
        "address-checksum-wrong",
        null
    )]
    [InlineData(
        Monero + "zzzzzzzzzzzW5x2cXeHf4g5Y9ux379XGhFQxfxxSMCk4XyPhTX2EM7th3UPn6DBQQajGoJSRT9R8Kj54hyGzfGF47qUZutB",
        "address-checksum-wrong",
        null
    )]
    [InlineData(Monero + "45uBXJ2r3WUW5x2cXeHf4g5Y9ux379XG", "wrong-length", null)]
    [InlineData("0x70dDCE7BFDEBCdade3c91171dedAfD1b20309708", "part-missing", null)]
    [InlineData("eip155:1", "part-missing", null)]
    [InlineData("eip155:1:", "wrong-length", null)]
    [InlineData("eip155:x:0x70dDCE7BFDEBCdade3c91171dedAfD1b20309708", "chain-id-wrong", 8)]
    [InlineData("cosmos:cosmoshub-4:cosmos1/2", "wrong-character", 27)]
    public void A_wrong_account_is_refused(string account, string code, int? position) =>
        Expect.Refused("caip-10", account, code, position);
}
