namespace CaseCoordination.Identifiers.Tests.Codes;

public sealed class MicAndCfiTests
{
    [Theory]
    [InlineData("XNYS", "XNYS")]
    [InlineData("360t", "360T")]
    public void A_MIC_is_four_letters_or_digits(string mic, string normalised) =>
        Expect.Accepted("mic", mic, normalised, IdentifierAssurance.Shape);

    [Theory]
    [InlineData("XNY", "wrong-length", null)]
    [InlineData("XNYSE", "wrong-length", null)]
    [InlineData("XN-S", "wrong-character", 3)]
    public void A_wrong_MIC_is_refused(string mic, string code, int? position) =>
        Expect.Refused("mic", mic, code, position);

    [Theory]
    [InlineData("ESVUFR", "ESVUFR")]
    [InlineData("ffmcsx", "FFMCSX")]
    [InlineData("TCMXXX", "TCMXXX")]
    public void A_CFI_is_six_letters_beginning_with_a_category(string cfi, string normalised) =>
        Expect.Accepted("cfi", cfi, normalised, IdentifierAssurance.Shape);

    [Fact]
    public void A_CFI_is_read_as_category_group_and_attributes() =>
        Expect.Parts("cfi", "OCASPS", ("category", "O"), ("group", "C"), ("attributes", "ASPS"));

    [Theory]
    [InlineData("ESVUF", "wrong-length", null)]
    [InlineData("ESVUF1", "wrong-character", 6)]
    [InlineData("XSVUFR", "unknown-category", 1)]
    public void A_wrong_CFI_is_refused(string cfi, string code, int? position) =>
        Expect.Refused("cfi", cfi, code, position);
}
