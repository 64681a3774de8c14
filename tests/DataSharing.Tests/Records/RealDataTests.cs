using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CaseCoordination.DataSharing.Tests.Records;

/// <summary>Real trades, transfers and venues, taken in as they were published.</summary>
public sealed class RealDataTests(RecordsFixture node) : IClassFixture<RecordsFixture>
{
    [Fact]
    public async Task Trades_of_seven_venues_are_taken_in_with_their_own_headings()
    {
        var file = await File.ReadAllTextAsync(Shipped.Data("03-trading", "crypto_derivative_trades.csv"));
        using var steward = node.Steward();
        var answer = await steward.IngestAsync("trades", file, "source=cryptofeed");
        Assert.Equal((2523, 2523), ((int)answer["read"]!, (int)answer["kept"]!));
        Assert.Equal(1000, (await steward.FindAsync("trades", "venue=CRYP&limit=1000")).Count);
        Assert.Equal(1003, await CountAsync(steward, "trades", "identifier=lei:549300S18I523MZORK73"));
        Assert.Equal(1026, await CountAsync(steward, "trades", "venue=DYDX"));
        Assert.Equal(74, await CountAsync(steward, "trades", "from=2022-01-01"));
        var trade = Assert.Single(
            await steward.FindAsync("trades", "identifier=trade:21cdc75b-51a3-4619-930a-65b0f3c5db24")
        );
        Assert.Equal(
            ("500.0", "2021-07-22T14:41:16.134000Z", "buy"),
            ((string?)trade["quantity"], (string?)trade["executedAt"], (string?)trade["takerSide"])
        );
    }

    [Fact]
    public async Task Transfers_of_a_pool_are_taken_in_with_headings_mapped()
    {
        using var steward = node.Steward();
        var read = 0;
        foreach (
            var part in new[]
            {
                "tornado_eth100_deposits_2022-04_2022-05.csv",
                "tornado_eth100_withdrawals_2022-04_2022-05.csv",
            }
        )
        {
            var file = await File.ReadAllTextAsync(Shipped.Data("02-transactions", part));
            var answer = await steward.IngestAsync(
                "transfers",
                file,
                "map=amount_eth:amount&set=asset:eip155:1/slip44:60&source=tornado-classic-ui"
            );
            read += (int)answer["kept"]!;
        }

        Assert.Equal(7585, read);
        Assert.Equal(
            7585,
            await CountAsync(
                steward,
                "transfers",
                "identifier=caip-10:eip155:1:0xa160cdab225685da1d56aa342ad8841c3b53f291"
            )
        );
        Assert.Equal(4098, await CountAsync(steward, "transfers", "from=2022-04-01&to=2022-06-01"));
        var batches = await steward.Http.GetFromJsonAsync<JsonObject>("/api/record-batches?category=transfers");
        Assert.Contains(batches!["items"]!.AsArray(), b => b!["span"] is null);
    }

    [Fact]
    public async Task Venues_are_taken_in_as_licences()
    {
        var file = await File.ReadAllTextAsync(Shipped.Data("04-reference", "crypto_venues_mic_lei.csv"));
        using var steward = node.Steward();
        var answer = await steward.IngestAsync("licences", file);
        Assert.Equal(55, (int)answer["kept"]!);
        var kraken = Assert.Single(await steward.FindAsync("licences", "identifier=mic:CRYP"));
        Assert.Equal("CRYPTO FACILITIES LTD", (string?)kraken["holder"]);
        Assert.Single(await steward.FindAsync("licences", "subject=crypto%20facilities%20ltd"));
    }

    [Fact]
    public async Task Travel_rule_messages_are_found_by_person_and_by_account()
    {
        using var steward = node.Steward();
        var messages = $"[{await Message("identity_payload.json")},{await Message("identity_payload_alt.json")}]";
        await steward.IngestAsync("travel-rule", messages, mediaType: "application/json");
        Assert.Equal(2, (await steward.FindAsync("travel-rule", "subject=Jane%20Howard")).Count);
        Assert.Equal(
            2,
            (await steward.FindAsync("travel-rule", "identifier=account:14HmBSwec8XrcWge9Zi1ZngNia64u3Wd2v")).Count
        );
        using var both = await steward.SendAsync(
            "kyc",
            await Message("person_both_persons.json"),
            mediaType: "application/json"
        );
        var problem = JsonNode.Parse(await both.Content.ReadAsStringAsync())!;
        Assert.Contains(problem["errors"]!.AsArray(), e => (string?)e!["code"] == "exactly-one");
    }

    private static Task<string> Message(string file) =>
        File.ReadAllTextAsync(Shipped.Data("05-messages", "ivms101", file));

    private static async Task<int> CountAsync(RecordClient client, string category, string query) =>
        (await client.StreamAsync(category, "application/x-ndjson", query)).Count(c => c == '\n');
}
