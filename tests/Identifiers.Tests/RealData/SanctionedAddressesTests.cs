namespace CaseCoordination.Identifiers.Tests.RealData;

public sealed class SanctionedAddressesTests
{
    private const string Folder = "01-subjects";
    private const string Addresses = "ofac_crypto_addresses_2025-11-19.csv";

    // Our one spelling of an account differs from the file's here: it keeps the old Base58 form of a Bitcoin Cash account.
    private const string OldForm = "bip122:000000000000000000651ef99cb9fcbe:1";

    private static IEnumerable<IReadOnlyDictionary<string, string>> Listed() =>
        SharedData.Rows(Folder, Addresses).Where(row => row["caip10"].Length > 0);

    [Fact]
    public void Every_listed_account_is_accepted_and_normalised_as_listed()
    {
        var rows = Listed().Where(row => !row["caip10"].StartsWith(OldForm, StringComparison.Ordinal)).ToArray();

        Assert.InRange(rows.Length, 300, int.MaxValue);
        Assert.All(
            rows,
            row =>
            {
                var published = $"{row["chain_id"]}:{row["address_as_published"]}";
                Assert.Equal(row["caip10"], IdentifierSchemes.Check("caip-10", published).Value);
                Assert.Equal(row["caip10"], IdentifierSchemes.Check("caip-10", row["caip10"]).Value);
                Assert.EndsWith(row["address_normalised"], row["caip10"], StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void A_Bitcoin_Cash_account_in_its_old_form_is_accepted_and_written_in_the_new() =>
        Assert.All(
            Listed().Where(row => row["caip10"].StartsWith(OldForm, StringComparison.Ordinal)),
            row => Assert.StartsWith(OldForm[..^1] + "q", Caip10.Check(row["caip10"]).Value, StringComparison.Ordinal)
        );

    [Fact]
    public void Where_the_list_found_a_checksum_we_find_it_too() =>
        Assert.All(
            Listed().Where(row => row["checksum_ok"] == "yes"),
            row =>
                Assert.Equal(
                    IdentifierAssurance.Checksum,
                    Caip10.Check($"{row["chain_id"]}:{row["address_as_published"]}").Assurance
                )
        );

    [Fact]
    public void Where_the_list_found_none_an_Ethereum_address_counts_for_its_shape_only() =>
        Assert.All(
            Listed().Where(row => row["checksum_ok"] == "n/a" && row["asset_code"] == "ETH"),
            row =>
                Assert.Equal(
                    IdentifierAssurance.Shape,
                    Caip10.Check($"{row["chain_id"]}:{row["address_as_published"]}").Assurance
                )
        );

    [Fact]
    public void No_listed_Base58_address_is_matched_in_small_letters()
    {
        var rows = Listed().Where(row => row["address_format"].Contains("base58", StringComparison.Ordinal)).ToArray();

        Assert.InRange(rows.Length, 200, int.MaxValue);
        Assert.All(
            rows,
            row =>
            {
                var lower = $"{row["chain_id"]}:{Ascii.Lower(row["address_as_published"])}";
                Expect.Refused("caip-10", lower, "letter-case-lost");
            }
        );
    }

    [Theory]
    [InlineData("DASH", "bip122:00000ffd590b1485b3caadc19b22e637:")]
    [InlineData("ZEC", "bip122:00040fe8ec8471911baa1db1266ea15d:")]
    public void Listed_addresses_of_chains_without_an_id_in_the_list_are_right_on_their_chain(
        string asset,
        string chain
    ) =>
        Assert.All(
            SharedData.Rows(Folder, Addresses).Where(row => row["asset_code"] == asset),
            row =>
                Assert.Equal(IdentifierAssurance.Checksum, Caip10.Check(chain + row["address_as_published"]).Assurance)
        );

    [Fact]
    public void Every_account_on_two_lists_is_accepted_as_it_stands() =>
        Assert.All(
            SharedData.Column(Folder, "us_il_overlap.csv", "caip10"),
            account => Expect.Accepted("caip-10", account, account, IdentifierAssurance.Checksum)
        );

    [Fact]
    public void Every_address_added_or_removed_over_time_is_accepted_on_its_chain()
    {
        var accounts = SharedData
            .Rows(Folder, "ofac_address_changes_2024-05-28_to_2025-11-19.csv")
            .Where(row => row["asset_code"] is "ETH" or "XBT" or "TRX")
            .Select(row => ChainOf(row["asset_code"]) + row["address"])
            .ToArray();

        Assert.InRange(accounts.Length, 100, int.MaxValue);
        Assert.All(accounts, account => Assert.Null(Caip10.Check(account).Problem));
    }

    private static string ChainOf(string asset) =>
        asset switch
        {
            "ETH" => "eip155:1:",
            "XBT" => "bip122:000000000019d6689c085ae165831e93:",
            _ => "tron:0x2b6653dc:",
        };
}
