namespace CaseCoordination.Identifiers.Tests.Codes;

public sealed class DtiTests
{
    [Theory]
    [InlineData("X9J9K872S")]
    [InlineData("BCDFGHJKP")]
    [InlineData("10000000R")]
    public void A_right_DTI_is_accepted(string dti) => Expect.Accepted("dti", dti, dti, IdentifierAssurance.Checksum);

    [Theory]
    [InlineData("4H95J0R2X")]
    [InlineData("4h95j0r2x")]
    public void Bitcoin_is_accepted_although_its_check_character_breaks_the_rule(string dti) =>
        Expect.Accepted("dti", dti, "4H95J0R2X", IdentifierAssurance.Checksum);

    [Fact]
    public void Its_parts_are_named() =>
        Expect.Parts("dti", "x9j9k872s", ("token", "X9J9K872"), ("check-character", "S"));

    [Theory]
    [InlineData("X9J9K872T", "check-digits-wrong", 9)]
    [InlineData("4H95J0R2Z", "check-digits-wrong", 9)]
    [InlineData("09J9K872S", "wrong-prefix", 1)]
    [InlineData("X9J9K87US", "wrong-character", 8)]
    [InlineData("X9J9K872", "wrong-length", null)]
    public void A_wrong_DTI_is_refused(string dti, string code, int? position) =>
        Expect.Refused("dti", dti, code, position);
}
