namespace CaseCoordination.Identifiers.Tests.Codes;

public sealed class IsinTests
{
    [Theory]
    [InlineData("US0378331005")]
    [InlineData("XTV15WLZJMF0")]
    [InlineData("XT000CASECO9")]
    [InlineData("DE000A1B2C35")]
    public void A_right_ISIN_is_accepted(string isin) =>
        Expect.Accepted("isin", isin, isin, IdentifierAssurance.Checksum);

    [Fact]
    public void Small_letters_become_capitals() =>
        Expect.Accepted("isin", "xtv15wlzjmf0", "XTV15WLZJMF0", IdentifierAssurance.Checksum);

    [Fact]
    public void Its_parts_are_named() =>
        Expect.Parts("isin", "US0378331005", ("prefix", "US"), ("national-number", "037833100"), ("check-digit", "5"));

    [Theory]
    [InlineData("US0378331006", "check-digits-wrong", 12)]
    [InlineData("U10378331005", "wrong-character", 2)]
    [InlineData("US037833100X", "wrong-character", 12)]
    [InlineData("US037833100", "wrong-length", null)]
    [InlineData("US0378331005.", "wrong-character", 13)]
    public void A_wrong_ISIN_is_refused(string isin, string code, int? position) =>
        Expect.Refused("isin", isin, code, position);
}
