using System.Diagnostics;

namespace CaseCoordination.Identifiers.Tests;

public sealed class FrontDoorTests
{
    private const string Valid = "5493001KJTIIGC8Y1R12";

    [Fact]
    public void Every_scheme_is_listed() =>
        Assert.Equal(
            ["lei", "isin", "uti", "upi", "dti", "mic", "cfi", "caip-2", "caip-10", "caip-19"],
            IdentifierSchemes.All
        );

    [Theory]
    [InlineData("swift")]
    [InlineData("LEI")]
    [InlineData("")]
    [InlineData(null)]
    public void An_unknown_scheme_is_named_as_the_problem_and_the_known_ones_are_listed(string? scheme)
    {
        var problem = IdentifierSchemes.Check(scheme, Valid).Problem;

        Assert.Equal("scheme-unknown", problem?.Code);
        Assert.Contains("caip-10", problem?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public void Nothing_is_no_identifier(string? value) => Expect.Refused("lei", value, "empty");

    [Fact]
    public void Spaces_around_a_value_are_dropped() =>
        Expect.Accepted("lei", $"  {Valid} ", Valid, IdentifierAssurance.Checksum);

    [Fact]
    public void A_position_counts_the_spaces_before_the_value_too() =>
        Expect.Refused("lei", $"  {Valid[..4]}-{Valid[5..]}", "wrong-character", 7);

    [Theory]
    [InlineData("5493 001KJTIIGC8Y1R12", "space-inside", 5)]
    [InlineData("\t5493001KJTIIGC8Y1R12", "control-character", 1)]
    [InlineData("5493001KJTIIGC8Y1R12\n", "control-character", 21)]
    [InlineData("5493\0" + "001KJTIIGC8Y1R12", "control-character", 5)]
    [InlineData("5493\u200B001KJTIIGC8Y1R12", "control-character", 5)]
    [InlineData("\u202E5493001KJTIIGC8Y1R12", "control-character", 1)]
    [InlineData("5493\u00A0001KJTIIGC8Y1R12", "non-ascii-character", 5)]
    [InlineData("5493\uD83D\uDE00001KJTIIGC8Y1R12", "non-ascii-character", 5)]
    [InlineData("5493\uDE00001KJTIIGC8Y1R12", "non-ascii-character", 5)]
    public void What_no_identifier_contains_is_pointed_out(string value, string code, int position) =>
        Expect.Refused("lei", value, code, position);

    [Theory]
    [InlineData("5493001\u041AJTIIGC8Y1R12", "U+041A, which only looks like the plain 'K'")]
    [InlineData("5493001KJT\u0406IGC8Y1R12", "U+0406, which only looks like the plain 'I'")]
    [InlineData("5493001KJT\u0399IGC8Y1R12", "U+0399, which only looks like the plain 'I'")]
    [InlineData("\uFF15493001KJTIIGC8Y1R12", "U+FF15, which only looks like the plain '5'")]
    [InlineData("549300\u0661KJTIIGC8Y1R12", "U+0661, which only looks like the plain '1'")]
    [InlineData("5493\u2013001KJTIIGC8Y1R12", "U+2013, which only looks like the plain '-'")]
    [InlineData("5493\u00E9001KJTIIGC8Y1R12", "plain ASCII letters, digits and signs")]
    public void A_look_alike_is_named_and_never_replaced(string value, string explanation) =>
        Assert.Contains(explanation, IdentifierSchemes.Check("lei", value).Problem?.Message, StringComparison.Ordinal);

    [Fact]
    public void Letters_that_capitals_would_fold_into_ASCII_are_not_folded() =>
        Expect.Refused("mic", "x\u017Fgo", "non-ascii-character", 2);

    [Fact]
    public void A_huge_value_is_refused_unread()
    {
        var huge = new string('1', 50_000_000);
        var clock = Stopwatch.StartNew();

        Assert.All(IdentifierSchemes.All, scheme => Expect.Refused(scheme, huge, "too-long"));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), $"took {clock.Elapsed}");
    }

    [Fact]
    public void Two_checks_of_one_value_are_equal() =>
        Assert.Equal(IdentifierSchemes.Check("lei", Valid), IdentifierSchemes.Check("lei", $" {Valid}"));

    [Fact]
    public void Checks_that_differ_only_in_their_parts_are_not_equal()
    {
        var check = IdentifierSchemes.Check("lei", Valid);

        Assert.NotEqual(check, check with { Parts = [new("entity", "another")] });
    }

    [Theory]
    [InlineData("de", "DE", null)]
    [InlineData("DEU", null, "wrong-length")]
    [InlineData("D1", null, "wrong-character")]
    public void A_country_is_two_letters(string value, string? normalised, string? code)
    {
        var check = CountryCode.Check(value);
        Assert.Equal((normalised, code), (check.Value, check.Problem?.Code));
    }

    [Theory]
    [InlineData("eur", "EUR", null)]
    [InlineData("EURO", null, "wrong-length")]
    [InlineData("E€R", null, "non-ascii-character")]
    public void A_currency_is_three_letters(string value, string? normalised, string? code)
    {
        var check = CurrencyCode.Check(value);
        Assert.Equal((normalised, code), (check.Value, check.Problem?.Code));
    }
}
