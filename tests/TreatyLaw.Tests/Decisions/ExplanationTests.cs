using CaseCoordination.TreatyText;

namespace CaseCoordination.TreatyLaw.Tests.Decisions;

public sealed class ExplanationTests
{
    private static readonly string File = Path.Combine(
        Repository.Root,
        "tests",
        "TreatyLaw.Tests",
        "Scenarios",
        "requests.yaml"
    );

    public static TheoryData<string> Codes =>
        new(
            Vocabulary
                .Assistance.Concat(Vocabulary.Measures)
                .Concat(Vocabulary.Duties)
                .Concat(Vocabulary.Predicates)
                .Concat(Vocabulary.Fields)
                .Concat(Vocabulary.Dos)
                .Concat(Enum.GetValues<Outcome>().Select(outcome => outcome.Code()))
                .Distinct(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_words_in_both_languages(string code)
    {
        Assert.True(LawWords.Knows(code));
        Assert.NotEqual(code, LawWords.For(code, Language.Spanish));
    }

    [Theory]
    [InlineData(Language.English, "A ground for refusing is open; a named official decides.", "give reasons")]
    [InlineData(Language.Spanish, "Existe un motivo de denegación; decide una persona designada.", "motivar")]
    public void One_s_own_people_read_everything_with_citations_untranslated(
        Language language,
        string first,
        string duty
    )
    {
        var lines = Explain.InFull(Judge("S23"), language);

        Assert.Equal(first, lines[0]);
        Assert.Contains(lines, line => line.Contains("MAR Art. 25(2)(b)", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(duty, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("iosco-mmou:", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unverified_citation_says_so() =>
        Assert.Contains(
            Explain.InFull(Judge("S20"), Language.English),
            line => line.Contains("MMoU §4 [H: citation not verified]", StringComparison.Ordinal)
        );

    [Fact]
    public void Parts_are_explained_one_by_one() =>
        Assert.Contains(
            "  No instrument carries it; this is not a refusal.",
            Explain.InFull(Judge("S25"), Language.English)
        );

    [Theory]
    [InlineData("S23")]
    [InlineData("S26b")]
    [InlineData("S27d")]
    [InlineData("S29b")]
    public void The_other_side_reads_nothing_of_what_is_being_weighed(string id)
    {
        var notice = OtherSide.Notice(Judge(id), Language.English);

        Assert.Equal(new OtherSideNotice("UNDER_CONSIDERATION", "Under consideration.", []).Text, notice.Text);
        Assert.Empty(notice.Citations);
    }

    [Fact]
    public void A_refusal_by_a_person_names_only_the_coded_ground()
    {
        var decision = Judge("S23");

        var notice = OtherSide.Refusal(decision, "mar.deny.prejudice", Language.Spanish)!;

        Assert.Equal("REFUSED", notice.Code);
        Assert.Equal("Denegado por el motivo de MAR Art. 25(2)(b)", notice.Text);
        Assert.Equal(["MAR Art. 25(2)(b)"], notice.Citations);
        Assert.Null(OtherSide.Refusal(decision, "mar.deny.security", Language.Spanish));
        Assert.Null(OtherSide.Refusal(Judge("S20"), "mmou.party.a", Language.Spanish));
    }

    [Fact]
    public void What_is_given_and_what_is_missing_is_told()
    {
        Assert.Equal(
            "Given: advice on how to freeze. Not given: freezing assets",
            OtherSide.Notice(Judge("S22"), Language.English).Text
        );
        Assert.Equal("NO_BASIS", OtherSide.Notice(Judge("S20b"), Language.English).Code);
        Assert.Equal("INCOMPLETE", OtherSide.Notice(Judge("S28b"), Language.Spanish).Code);
    }

    [Fact]
    public void Each_part_is_told_by_itself()
    {
        var notice = OtherSide.Notice(Judge("S25"), Language.English);

        Assert.Equal("PARTIAL", notice.Code);
        Assert.Equal(
            "Part 1: Given: transaction records Part 2: Not available under a common instrument.",
            notice.Text
        );
    }

    [Fact]
    public void Every_word_of_handling_has_words()
    {
        string[] effects = ["allow", "notify", "consult", "assure", "objection-window", "consent", "deny"];
        string[] ops = ["use", "disclose", "transfer", "retain"];

        Assert.All(Vocabulary.PurposesOrOther, p => Assert.True(LawWords.Knows($"purpose.{p}"), p));
        Assert.All(Vocabulary.RecipientsOrOther, r => Assert.True(LawWords.Knows($"recipient.{r}"), r));
        Assert.All(effects, e => Assert.True(LawWords.Knows($"effect.{e}"), e));
        Assert.All(ops, o => Assert.True(LawWords.Knows($"op.{o}"), o));
    }

    private static Decision Judge(string id) =>
        ScenarioFile
            .Read(System.IO.File.ReadAllText(File), File, Repository.Instruments)
            .Single(scenario => scenario.Id == id)
            .Judge();
}
