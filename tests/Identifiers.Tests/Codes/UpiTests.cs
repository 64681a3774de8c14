namespace CaseCoordination.Identifiers.Tests.Codes;

public sealed class UpiTests
{
    [Theory]
    [InlineData("QZRBG6ZTKS42")]
    [InlineData("QZXQ4R16245X")]
    [InlineData("QZH55DK310GD")]
    [InlineData("QZCCRDNTN015")]
    [InlineData("QZ000000000M")]
    public void A_right_UPI_is_accepted(string upi) => Expect.Accepted("upi", upi, upi, IdentifierAssurance.Checksum);

    [Fact]
    public void Small_letters_become_capitals() =>
        Expect.Accepted("upi", "qzrbg6ztks42", "QZRBG6ZTKS42", IdentifierAssurance.Checksum);

    [Fact]
    public void Its_parts_are_named() =>
        Expect.Parts("upi", "QZRBG6ZTKS42", ("prefix", "QZ"), ("product", "RBG6ZTKS4"), ("check-character", "2"));

    [Theory]
    [InlineData("QZRBG6ZTKS43", "check-digits-wrong", 12)]
    [InlineData("QZRBG6ZTKS4", "wrong-length", null)]
    [InlineData("QZRBG6ZTKSO2", "wrong-character", 11)]
    [InlineData("QZRBG6ZTKSY2", "wrong-character", 11)]
    [InlineData("QXRBG6ZTKS42", "wrong-prefix", 2)]
    [InlineData("ZZRBG6ZTKS42", "wrong-prefix", 1)]
    public void A_wrong_UPI_is_refused(string upi, string code, int? position) =>
        Expect.Refused("upi", upi, code, position);
}
