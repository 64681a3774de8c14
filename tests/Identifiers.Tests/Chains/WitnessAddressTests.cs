namespace CaseCoordination.Identifiers.Tests.Chains;

/// <summary>The public test values of BIP-173 and BIP-350.</summary>
public sealed class WitnessAddressTests
{
    private const string Bitcoin = Bip122AddressTests.Bitcoin;
    private const string Testnet = Bip122AddressTests.Testnet;

    [Theory]
    [InlineData(Bitcoin, "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4")]
    [InlineData(Testnet, "tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7")]
    [InlineData(Bitcoin, "bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y")]
    [InlineData(Bitcoin, "BC1SW50QGDZ25J")]
    [InlineData(Bitcoin, "bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs")]
    [InlineData(Testnet, "tb1qqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesrxh6hy")]
    [InlineData(Testnet, "tb1pqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesf3hn0c")]
    [InlineData(Bitcoin, "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0")]
    public void A_right_address_is_written_in_small_letters(string chain, string address) =>
        Expect.Accepted("caip-10", chain + address, chain + Ascii.Lower(address), IdentifierAssurance.Checksum);

    [Theory]
    [InlineData(Bitcoin, "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd", "needs bech32m")]
    [InlineData(Testnet, "tb1z0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqglt7rf", "needs bech32m")]
    [InlineData(Bitcoin, "BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL", "needs bech32m")]
    [InlineData(Bitcoin, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh", "needs bech32,")]
    [InlineData(Testnet, "tb1q0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq24jc47", "needs bech32,")]
    [InlineData(Bitcoin, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "does not agree")]
    public void A_wrong_checksum_is_explained(string chain, string address, string explanation) =>
        Assert.Contains(
            explanation,
            Expect.Refused("caip-10", chain + address, "address-checksum-wrong").Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(Bitcoin, "BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R")]
    [InlineData(Bitcoin, "bc1pw5dgrnzv")]
    [InlineData(Bitcoin, "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav")]
    [InlineData(Bitcoin, "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P")]
    [InlineData(Bitcoin, "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf")]
    [InlineData(Testnet, "tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vpggkg4j")]
    [InlineData(Testnet, "tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq47Zagq")]
    public void A_wrong_program_or_mixed_case_is_refused(string chain, string address) =>
        Expect.Refused("caip-10", chain + address, "address-format-wrong");

    [Fact]
    public void A_character_outside_the_alphabet_is_pointed_out() =>
        Expect.Refused(
            "caip-10",
            Bitcoin + "bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4",
            "wrong-character",
            Bitcoin.Length + 60
        );

    [Fact]
    public void An_address_without_a_program_is_too_short() =>
        Expect.Refused("caip-10", Bitcoin + "bc1gmk9yu", "wrong-length");

    [Fact]
    public void An_address_of_more_than_90_characters_is_too_long() =>
        Expect.Refused("caip-10", $"{Bitcoin}bc1{new string('q', 90)}", "wrong-length");

    [Theory]
    [InlineData(Bitcoin, "tb1qqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesrxh6hy", "Bitcoin testnet 3")]
    [InlineData(Testnet, "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", "Bitcoin")]
    public void An_address_of_another_network_is_refused(string chain, string address, string owner) =>
        Assert.Contains(
            $"belongs to {owner}",
            Expect.Refused("caip-10", chain + address, "address-of-another-chain").Message,
            StringComparison.Ordinal
        );
}
