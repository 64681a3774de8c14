using System.Text.Json;

namespace CaseCoordination.Identifiers.Tests.RealData;

public sealed class CodesTests
{
    private const string Reference = "04-reference";
    private const string Mics = "iso10383_mic_2026-01-12.csv";

    [Theory]
    [InlineData("lei", Reference, "lei_of_market_operators.csv", "lei", 1_000)]
    [InlineData("lei", Reference, "crypto_venues_mic_lei.csv", "lei", 20)]
    [InlineData("lei", Reference, Mics, "lei", 1_000)]
    [InlineData("lei", "03-trading", "crypto_derivative_trades.csv", "venue_lei", 1_000)]
    [InlineData("mic", Reference, Mics, "mic", 2_500)]
    [InlineData("mic", Reference, Mics, "operating_mic", 2_500)]
    [InlineData("mic", Reference, "crypto_venues_mic_lei.csv", "mic", 50)]
    [InlineData("mic", "03-trading", "crypto_derivative_trades.csv", "venue_mic", 1_000)]
    [InlineData("dti", Reference, "dti_excerpt.csv", "dti", 7)]
    public void Every_registered_code_is_accepted_as_it_stands(
        string scheme,
        string folder,
        string file,
        string column,
        int atLeast
    )
    {
        var codes = SharedData.Column(folder, file, column);

        Assert.InRange(codes.Count, atLeast, int.MaxValue);
        Assert.All(codes, code => Assert.Equal(code, IdentifierSchemes.Check(scheme, code).Value));
    }

    [Fact]
    public void A_wrong_digit_or_letter_never_makes_another_LEI_of_a_registered_one()
    {
        var leis = SharedData.Column(Reference, "lei_of_market_operators.csv", "lei");

        Assert.All(leis, lei => Assert.DoesNotContain(Slips.OfOneCharacter(lei), slip => Lei.Check(slip).IsValid));
    }

    [Fact]
    public void Every_country_and_currency_has_the_right_shape()
    {
        Assert.All(
            SharedData.Column(Reference, "iso3166_1_countries.csv", "alpha2"),
            code => Assert.Equal(code, CountryCode.Check(code).Value)
        );
        Assert.All(
            SharedData.Column(Reference, "iso4217_currencies.csv", "alpha3"),
            code => Assert.Equal(code, CurrencyCode.Check(code).Value)
        );
    }

    [Fact]
    public void Of_the_LEIs_in_travel_rule_messages_the_real_ones_are_accepted_and_the_invented_ones_refused()
    {
        var verdicts = Directory
            .EnumerateFiles(SharedData.Path("05-messages", "ivms101"), "*.json")
            .SelectMany(file => FindLeis(JsonDocument.Parse(File.ReadAllText(file)).RootElement))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(lei => (lei, Lei.Check(lei).Problem?.Code))
            .ToArray();

        Assert.Contains(("283100RWUNF913WOJT02", null), verdicts);
        Assert.Equal(
            [("213800AQUAUP6I215N33", "check-digits-wrong"), ("5493004YBI24IF4TIP92", "check-digits-wrong")],
            verdicts.Where(verdict => verdict.Code is not null)
        );
    }

    private static IEnumerable<string> FindLeis(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().SelectMany(FindLeis);
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var members = element
            .EnumerateObject()
            .ToDictionary(
                member => member.Name.Replace("_", "", StringComparison.Ordinal),
                member => member.Value,
                StringComparer.OrdinalIgnoreCase
            );
        return
            members.TryGetValue("nationalIdentifierType", out var type)
            && type.ToString().EndsWith("LEIX", StringComparison.Ordinal)
            ? [members["nationalIdentifier"].ToString()]
            : members.Values.SelectMany(FindLeis);
    }
}
