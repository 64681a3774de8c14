namespace CaseCoordination.Identifiers.Tests.Codes;

public sealed class LeiTests
{
    [Theory]
    [InlineData("5493001KJTIIGC8Y1R12")]
    [InlineData("HWUPKR0MPOU8FGXBT394")]
    [InlineData("ABCDEFGHIJKLMNOPQR30")]
    [InlineData("00000000000000000098")]
    public void A_right_LEI_is_accepted(string lei) => Expect.Accepted("lei", lei, lei, IdentifierAssurance.Checksum);

    [Fact]
    public void Small_letters_become_capitals() =>
        Expect.Accepted("lei", "hwupkr0mpou8fgxbt394", "HWUPKR0MPOU8FGXBT394", IdentifierAssurance.Checksum);

    [Fact]
    public void Its_parts_are_named() =>
        Expect.Parts(
            "lei",
            "5493001KJTIIGC8Y1R12",
            ("issuer-prefix", "5493"),
            ("entity", "001KJTIIGC8Y1R"),
            ("check-digits", "12")
        );

    [Theory]
    [InlineData("5493001KJTIIGC8Y1R13", "check-digits-wrong", 19)]
    [InlineData("5493001KJTIIGC8Y1R1", "wrong-length", null)]
    [InlineData("5493001KJTIIGC8Y1R122", "wrong-length", null)]
    [InlineData("5493001KJTIIGC8Y1RA2", "wrong-character", 19)]
    [InlineData("5493001KJTIIGC8Y1R1A", "wrong-character", 20)]
    [InlineData("5493-001KJTIIGC8Y1R12", "wrong-character", 5)]
    public void A_wrong_LEI_is_refused(string lei, string code, int? position) =>
        Expect.Refused("lei", lei, code, position);

    [Fact]
    public void The_message_tells_which_check_digits_would_fit()
    {
        var problem = Expect.Refused("lei", "529900CASECOORDNAT58", "check-digits-wrong", 19);
        Assert.Contains("check digits 58", problem.Message, StringComparison.Ordinal);
        Assert.Contains("give 85", problem.Message, StringComparison.Ordinal);
    }
}
