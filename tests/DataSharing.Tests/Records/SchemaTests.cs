using System.Text;
using System.Text.Json;
using CaseCoordination.DataSharing.Records.Schemas;

namespace CaseCoordination.DataSharing.Tests.Records;

/// <summary>The shipped schemas, and how values are read by them.</summary>
public sealed class SchemaTests
{
    private const string Trade = """{"executedAt":"2026-03-02T12:00:00Z","venue":"X","price":"1","quantity":"2"}""";

    public static TheoryData<string> Names =>
        [
            "kyc",
            "licences",
            "orders",
            "recordings",
            "statements",
            "suspicious-orders",
            "trades",
            "transfers",
            "travel-rule",
        ];

    [Fact]
    public void Every_category_is_shipped() =>
        Assert.Equal(
            Names.Select(n => (string)n).Order(StringComparer.Ordinal),
            Shipped.Categories.All.Select(c => c.Name)
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_schema_takes_its_own_example_and_takes_what_it_stored(string name)
    {
        var example = Shipped.Category(name).Schema.GetProperty("examples")[0].GetRawText();
        var (stored, problems, keys) = Read(name, example);
        Assert.Empty(problems);
        Assert.NotEmpty(keys);
        Assert.Equal((stored, 0), (Read(name, stored).Json, Read(name, stored).Problems.Length));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_field_says_what_it_holds(string name) =>
        Assert.All(Shipped.Category(name).Fields, f => Assert.False(string.IsNullOrWhiteSpace(f.Description), f.Path));

    [Fact]
    public void Personal_data_is_marked_wherever_it_is()
    {
        var personal = Shipped.Category("kyc").Fields.Where(f => f.IsPersonal).Select(f => f.Path).ToList();
        Assert.Contains("naturalPerson.name.nameIdentifier[].primaryIdentifier", personal);
        Assert.Contains("naturalPerson.geographicAddress[].postCode", personal);
        Assert.DoesNotContain("legalPerson.name.nameIdentifier[].legalPersonName", personal);
        Assert.Contains("buyerAccount", Shipped.Category("trades").Fields.Where(f => f.IsPersonal).Select(f => f.Path));
    }

    [Theory]
    [InlineData(
        """{"type":"object","additionalProperties":false,"properties":{"a":{"type":"string","dependentSchemas":{}}}}"""
    )]
    [InlineData("""{"type":"object","properties":{}}""")]
    [InlineData(
        """{"type":"object","additionalProperties":false,"properties":{"a":{"type":"string","format":"postcode"}}}"""
    )]
    [InlineData("""{"type":"object","additionalProperties":false,"properties":{},"required":["b"]}""")]
    [InlineData(
        """{"type":"object","additionalProperties":false,"properties":{"a":{"$ref":"#/$defs/b"}},"$defs":{}}"""
    )]
    [InlineData(
        """{"type":"object","additionalProperties":false,"properties":{"a":{"type":"string"}},"x-columns":{"h":"b"}}"""
    )]
    public void A_schema_that_cannot_be_enforced_stops_the_start(string rest) =>
        Assert.Throws<InvalidDataException>(() =>
            RecordCategories.Read("test", Encoding.UTF8.GetBytes($$"""{"title":"T","description":"D",{{rest[1..]}}"""))
        );

    [Theory]
    [InlineData("price", "\"0123.4500\"", "123.4500")]
    [InlineData("price", "1.5e3", "1500")]
    [InlineData("price", "\"15E-4\"", "0.0015")]
    [InlineData("price", "-0.10", "-0.10")]
    [InlineData("executedAt", "\"2026-03-02 13:00:00.5+01:00\"", "2026-03-02T12:00:00.500000Z")]
    [InlineData("venueLei", "\"549300s18i523mzork73\"", "549300S18I523MZORK73")]
    [InlineData("takerSide", "\"BUY\"", "buy")]
    [InlineData(
        "buyer_wallet",
        "\"eip155:1:0xa160cdab225685da1d56aa342ad8841c3b53f291\"",
        "eip155:1:0xA160cdAB225685dA1d56aa342Ad8841c3b53f291"
    )]
    public void Values_are_stored_in_one_spelling(string field, string given, string stored)
    {
        var json = Trade.TrimEnd('}') + $",\"{field}\":{given}}}";
        json = field is "price" or "executedAt" ? JsonWithout(json, field) : json;
        var read = Read("trades", json);
        Assert.Empty(read.Problems);
        using var record = JsonDocument.Parse(read.Json);
        Assert.Contains(record.RootElement.EnumerateObject(), p => p.Value.GetString() == stored);
    }

    [Theory]
    [InlineData("venueLei", "\"549300S18I523MZORK74\"", "venueLei", "check-digits-wrong")]
    [InlineData("isin", "\"US0378331006\"", "isin", "check-digits-wrong")]
    [InlineData("venueMic", "\"CRYPTO\"", "venueMic", "wrong-length")]
    [InlineData(
        "buyerWallet",
        "\"eip155:1:0xA160cdAB225685dA1d56aa342Ad8841c3b53f292\"",
        "buyerWallet",
        "address-checksum-wrong"
    )]
    [InlineData("notional", "\"1,000.00\"", "notional", "not-a-decimal")]
    [InlineData("notional", "\"1e400\"", "notional", "too-many-digits")]
    [InlineData("notional", "\"NaN\"", "notional", "not-a-decimal")]
    [InlineData("receivedAt", "\"2026-03-02T12:00:00\"", "receivedAt", "not-an-instant")]
    [InlineData("receivedAt", "\"2026-02-30T12:00:00Z\"", "receivedAt", "not-an-instant")]
    [InlineData("takerSide", "\"both\"", "takerSide", "not-in-list")]
    [InlineData("symbol", "12", "symbol", "wrong-type")]
    [InlineData("symbol", "{}", "symbol", "wrong-type")]
    [InlineData("symbol", "\"a\\u0000b\"", "symbol", "control-character")]
    [InlineData("symbol", "\"=HYPERLINK(1)\"", "symbol", "formula")]
    [InlineData("symbol", "\"-2+3+cmd|' /C calc'!A0\"", "symbol", "formula")]
    [InlineData("symbol", "\"  \"", "symbol", "too-short")]
    [InlineData("colour", "\"red\"", "", "field-unknown")]
    [InlineData("Venue", "\"Y\"", "venue", "named-twice")]
    public void What_is_wrong_is_told_by_field_and_code(string field, string given, string at, string code) =>
        Assert.Equal([(at, code)], Read("trades", Trade.TrimEnd('}') + $",\"{field}\":{given}}}").Problems);

    [Fact]
    public void Everything_wrong_with_a_row_is_told_at_once() =>
        Assert.Equal(
            [
                ("executedAt", "required"),
                ("isin", "wrong-length"),
                ("price", "not-a-decimal"),
                ("quantity", "required"),
                ("", "at-least-one"),
            ],
            Read("trades", """{"price":"x","isin":"US"}""").Problems
        );

    [Fact]
    public void A_record_is_found_by_what_identifies_it() =>
        Assert.Equal(
            ["lei:549300S18I523MZORK73", "mic:CRYP", "subject:anna muller", "venue:futures kraken"],
            Read(
                "trades",
                """
                {"executedAt":"2026-03-02T12:00:00Z","venue":"Kraken Futures","venueMic":"cryp","price":"1","quantity":"2",
                 "venueLei":"549300S18I523MZORK73","sellerLei":"549300S18I523MZORK73","buyerName":"Müller, Anna"}
                """
            )
                .Keys.Order(StringComparer.Ordinal)
        );

    internal static (string Json, (string, string)[] Problems, string[] Keys) Read(string category, string json)
    {
        using var reading = new RowReading();
        using var record = JsonDocument.Parse(json);
        reading.Begin(1);
        Shipped.Category(category).Read(record.RootElement, reading);
        return (
            Encoding.UTF8.GetString(reading.Json.Span),
            [.. reading.Problems.Select(p => (p.Field, p.Code))],
            [.. reading.Keys]
        );
    }

    private static string JsonWithout(string json, string field)
    {
        using var record = JsonDocument.Parse(json);
        return $"{{{string.Join(',', record.RootElement.EnumerateObject().Reverse().DistinctBy(p => p.Name).Select(p => p.ToString()))}}}";
    }
}
