namespace CaseCoordination.Identifiers.Tests.Codes;

public sealed class UtiTests
{
    private const string Lei = "529900CASECOORDNAT85";

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("TRADE0000000000000000000000000AB")]
    public void An_LEI_with_up_to_32_characters_is_accepted(string transaction) =>
        Expect.Accepted("uti", Lei + transaction, Lei + transaction, IdentifierAssurance.Shape);

    [Fact]
    public void Small_letters_become_capitals() =>
        Expect.Accepted("uti", "529900casecoordnat85abc", Lei + "ABC", IdentifierAssurance.Shape);

    [Fact]
    public void Its_generator_and_its_transaction_are_named() =>
        Expect.Parts("uti", Lei + "ABC", ("generator-lei", Lei), ("transaction", "ABC"));

    [Theory]
    [InlineData("529900CASECOORDNAT86ABC", "check-digits-wrong", 19)]
    [InlineData("529900CASECOORDNAT8AABC", "wrong-character", 20)]
    [InlineData("529900CASECOORDNAT85AB_C", "wrong-character", 23)]
    [InlineData("529900CASECOORDNAT8", "wrong-length", null)]
    [InlineData("529900CASECOORDNAT85TRADE0000000000000000000000000ABC", "wrong-length", null)]
    public void A_wrong_UTI_is_refused(string uti, string code, int? position) =>
        Expect.Refused("uti", uti, code, position);
}
