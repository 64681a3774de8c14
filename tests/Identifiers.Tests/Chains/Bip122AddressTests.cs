namespace CaseCoordination.Identifiers.Tests.Chains;

public sealed class Bip122AddressTests
{
    internal const string Bitcoin = "bip122:000000000019d6689c085ae165831e93:";
    internal const string Testnet = "bip122:000000000933ea01ad0ee984209779ba:";
    private const string Litecoin = "bip122:12a765e31ffd4059bada1e25190f6e98:";
    private const string LitecoinTestnet = "bip122:4966625a4b2851d9fdee139e56211a0d:";
    private const string BitcoinCash = "bip122:000000000000000000651ef99cb9fcbe:";
    private const string Unknown = "bip122:ffffffffffffffffffffffffffffffff:";

    [Theory]
    [InlineData(Bitcoin + "1BHnPspy8noDWdZWivDM8UVR7fvK9yJ3hT")]
    [InlineData(Bitcoin + "3ByoKRKQgh7bboFwr1swZ6rMGCD2hmEuch")]
    [InlineData(Testnet + "mqojgvuwwpEUHk38SVBixPhjyfX22p4H7a")]
    [InlineData(Testnet + "2N3Y1PAFSJ9cwoatVX9VpB3qcUYRCV8cw7P")]
    [InlineData("bip122:00000000da84f2bafbbc53dee25a72ae:mqojgvuwwpEUHk38SVBixPhjyfX22p4H7a")]
    [InlineData(Litecoin + "LVWjf68oDT3GmSFfu4CeQVZBKtHbHxG8Zs")]
    [InlineData(Litecoin + "MJBwdJjNdoy2QJXqwtsHNk6katoUh79DQ1")]
    [InlineData(LitecoinTestnet + "QWtmWB7gKFg2wmeY9FXqFkH3cvs2PwGhmD")]
    [InlineData("bip122:1a91e3dace36e2be3bf030a65679fe82:DFRsw8mcSChW3dk7TWCugEf1zoecQiWqa4")]
    [InlineData("bip122:1a91e3dace36e2be3bf030a65679fe82:A2j44GPJkkzVWAdRG9YMoEUixmb4kwp5ES")]
    [InlineData("bip122:00000ffd590b1485b3caadc19b22e637:XkydE8Us6W1ofaA6aoXZz1BCx1W198a4TR")]
    [InlineData("bip122:00040fe8ec8471911baa1db1266ea15d:t1UAPQDF777ap7GcQfM2UGHbLNL7PtDnzEp")]
    [InlineData("bip122:00040fe8ec8471911baa1db1266ea15d:t3UrQKkjYf1uCCSJqnSh4guxGWrQ7WSzo8b")]
    [InlineData(BitcoinCash + "qpcdmnnmlh4umt0reyghrhk6l5djqvyhpqcgsafjwd")]
    [InlineData(BitcoinCash + "ppcdmnnmlh4umt0reyghrhk6l5djqvyhpq0ddjw34s")]
    [InlineData(BitcoinCash + "pdcdmnnmlh4umt0reyghrhk6l5djqvyhpp03qejk9wvdfwx8n5wmj00rkv5r0")]
    [InlineData(Unknown + "1BHnPspy8noDWdZWivDM8UVR7fvK9yJ3hT")]
    public void A_right_address_is_accepted_on_its_chain(string account) =>
        Expect.Accepted("caip-10", account, account, IdentifierAssurance.Checksum);

    [Theory]
    [InlineData(
        BitcoinCash + "1BHnPspy8noDWdZWivDM8UVR7fvK9yJ3hT",
        BitcoinCash + "qpcdmnnmlh4umt0reyghrhk6l5djqvyhpqcgsafjwd"
    )]
    [InlineData(
        BitcoinCash + "3ByoKRKQgh7bboFwr1swZ6rMGCD2hmEuch",
        BitcoinCash + "ppcdmnnmlh4umt0reyghrhk6l5djqvyhpq0ddjw34s"
    )]
    [InlineData(
        BitcoinCash + "QPCDMNNMLH4UMT0REYGHRHK6L5DJQVYHPQCGSAFJWD",
        BitcoinCash + "qpcdmnnmlh4umt0reyghrhk6l5djqvyhpqcgsafjwd"
    )]
    [InlineData(
        BitcoinCash + "zpcdmnnmlh4umt0reyghrhk6l5djqvyhpqlzrr8537",
        BitcoinCash + "qpcdmnnmlh4umt0reyghrhk6l5djqvyhpqcgsafjwd"
    )]
    [InlineData(
        BitcoinCash + "rpcdmnnmlh4umt0reyghrhk6l5djqvyhpqg87vqh2r",
        BitcoinCash + "ppcdmnnmlh4umt0reyghrhk6l5djqvyhpq0ddjw34s"
    )]
    [InlineData(Litecoin + "3ByoKRKQgh7bboFwr1swZ6rMGCD2hmEuch", Litecoin + "MJBwdJjNdoy2QJXqwtsHNk6katoUh79DQ1")]
    [InlineData(
        LitecoinTestnet + "2N3Y1PAFSJ9cwoatVX9VpB3qcUYRCV8cw7P",
        LitecoinTestnet + "QWtmWB7gKFg2wmeY9FXqFkH3cvs2PwGhmD"
    )]
    public void Two_spellings_of_one_account_meet(string account, string normalised) =>
        Expect.Accepted("caip-10", account, normalised, IdentifierAssurance.Checksum);

    [Fact]
    public void An_unknown_chain_may_use_a_checksum_of_its_own() =>
        Expect.Accepted("caip-10", Unknown + "FWjYbGY8MNPvYQ", Unknown + "FWjYbGY8MNPvYQ", IdentifierAssurance.Shape);

    [Theory]
    [InlineData(Bitcoin + "1bhnpspy8nodwdzwivdm8uvr7fvk9yj3ht")]
    [InlineData(Bitcoin + "1BHNPSPY8NODWDZWIVDM8UVR7FVK9YJ3HT")]
    [InlineData(Litecoin + "lvwjf68odt3gmsffu4ceqvzbkthbhxg8zs")]
    [InlineData(Unknown + "1bhnpspy8nodwdzwivdm8uvr7fvk9yj3ht")]
    public void An_address_that_lost_its_capitals_is_refused_with_the_reason(string account)
    {
        var problem = Expect.Refused("caip-10", account, "letter-case-lost");
        Assert.Contains("cannot be restored or matched", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Bitcoin + "mqojgvuwwpEUHk38SVBixPhjyfX22p4H7a", "Bitcoin testnet 3")]
    [InlineData(Testnet + "1BHnPspy8noDWdZWivDM8UVR7fvK9yJ3hT", "Bitcoin or Bitcoin Cash")]
    [InlineData(Bitcoin + "LVWjf68oDT3GmSFfu4CeQVZBKtHbHxG8Zs", "Litecoin")]
    [InlineData(Litecoin + "1BHnPspy8noDWdZWivDM8UVR7fvK9yJ3hT", "Bitcoin")]
    [InlineData(Bitcoin + "qpcdmnnmlh4umt0reyghrhk6l5djqvyhpqcgsafjwd", "Bitcoin Cash")]
    [InlineData(Bitcoin + "TLFzPwChHWvAfod9KBs4edBZ2TfdJ8Bzd1", "another chain")]
    [InlineData(Bitcoin + "13LD6dtee7JGXGzDAx6yDZxq4KnfuRtEk", "another chain")]
    public void An_address_of_another_chain_is_refused_and_its_chain_named(string account, string owner)
    {
        var problem = Expect.Refused("caip-10", account, "address-of-another-chain");
        Assert.Contains($"belongs to {owner}", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Bitcoin + "1BHnPspy8noDWdZWivDM8UVR7fvK9yJ3hU", "address-checksum-wrong", null)]
    [InlineData(Bitcoin + "1BHnPspy8n0DWdZWivDM8UVR7fvK9yJ3hT", "wrong-character", 51)]
    [InlineData(Bitcoin + "1BHnPspy8noDWdZW", "wrong-length", null)]
    [InlineData(BitcoinCash + "bitcoincash:qpcdmnnmlh4umt0reyghrhk6l5djqvyhpqcgsafjwd", "wrong-character", 52)]
    [InlineData(BitcoinCash + "qpcdmnnmlh4umt0reyghrhk6l5djqvyhpqcgsafjwe", "wrong-length", null)]
    [InlineData(BitcoinCash + "ypcdmnnmlh4umt0reyghrhk6l5djqvyhpqkulg47ez", "wrong-length", null)]
    public void A_wrong_address_is_refused(string account, string code, int? position) =>
        Expect.Refused("caip-10", account, code, position);
}
