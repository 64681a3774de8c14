namespace CaseCoordination.Identifiers.Tests.Chains;

public sealed class EvmAddressTests
{
    private const string Right = "eip155:1:0x70dDCE7BFDEBCdade3c91171dedAfD1b20309708";

    [Theory]
    [InlineData(Right)]
    [InlineData("eip155:1:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("eip155:10:0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359")]
    [InlineData("eip155:137:0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB")]
    [InlineData("eip155:1:0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb")]
    public void A_right_checksum_is_accepted(string account) =>
        Expect.Accepted("caip-10", account, account, IdentifierAssurance.Checksum);

    [Theory]
    [InlineData("eip155:1:0x70ddce7bfdebcdade3c91171dedafd1b20309708")]
    [InlineData("eip155:1:0x70DDCE7BFDEBCDADE3C91171DEDAFD1B20309708")]
    [InlineData("eip155:1:0X70DDCE7BFDEBCDADE3C91171DEDAFD1B20309708")]
    public void An_address_in_one_case_gets_its_checksum_but_proves_less(string account) =>
        Expect.Accepted("caip-10", account, Right, IdentifierAssurance.Shape);

    [Theory]
    [InlineData("eip155:1:0x0000000000000000000000000000000000000000")]
    [InlineData("eip155:1:0x1111111111111111111111111111111111111111")]
    public void Digits_alone_carry_no_checksum(string account) =>
        Expect.Accepted("caip-10", account, account, IdentifierAssurance.Shape);

    [Theory]
    [InlineData("eip155:30:0x70ddCE7BfDeBCDaDe3C91171DEDAfD1B20309708", "eip155:30:")]
    [InlineData("eip155:31:0x70DDCE7bfDeBCDade3C91171dedafd1B20309708", "eip155:31:")]
    public void The_checksum_of_Rootstock_is_known_and_rewritten(string account, string chain) =>
        Expect.Accepted("caip-10", account, chain + Right["eip155:1:".Length..], IdentifierAssurance.Checksum);

    [Theory]
    [InlineData("eip155:1:0x70ddCE7BFDEBCdade3c91171dedAfD1b20309708", "address-checksum-wrong", 15)]
    [InlineData("eip155:1:0x70ddCE7BfDeBCDaDe3C91171DEDAfD1B20309708", "address-checksum-wrong", 15)]
    [InlineData("eip155:1:70dDCE7BFDEBCdade3c91171dedAfD1b20309708", "address-format-wrong", 10)]
    [InlineData("eip155:1:0x70dDCE7BFDEBCdade3c91171dedAfD1b2030970", "wrong-length", null)]
    [InlineData("eip155:1:0x70dDCE7BFDEBCdade3c91171dedAfD1b203097088", "wrong-length", null)]
    [InlineData("eip155:1:0x70dDCE7BFDEBCdade3c91171dedAfD1b2030970g", "wrong-character", 51)]
    public void A_wrong_address_is_refused(string account, string code, int? position) =>
        Expect.Refused("caip-10", account, code, position);
}
