using CaseCoordination.TreatyText;

namespace CaseCoordination.TreatyLaw.Tests.Texts;

public sealed class CanonicalTextTests
{
    public static TheoryData<string> Instruments => new(Repository.Instruments.Select(instrument => instrument.Id));

    [Theory]
    [MemberData(nameof(Instruments))]
    public void An_instrument_keeps_its_hash_on_the_way_through_JSON(string id)
    {
        var instrument = Repository.Book.Instrument(id)!;

        var again = InstrumentJson.Read(InstrumentJson.Write(instrument));

        Assert.Equal(instrument.ContentHash, again.ContentHash);
        Assert.Equal(InstrumentJson.Write(instrument), InstrumentJson.Write(again));
        Assert.Equal(instrument.Terms.Select(term => term.Id), again.Terms.Select(term => term.Id));
    }

    [Fact]
    public void A_hash_does_not_depend_on_layout_but_on_every_word()
    {
        const string Text =
            "treaty: x\ntitle: X\nedition: {made: \"1\"}\nbinding: true\ncalendar: none\nterms:\n  - {id: x.p, kind: party, cites: [\"X 1\"], status: full, conf: H}\n";
        const string Other =
            "terms:\n- id: x.p\n  conf: H\n  status: full\n  kind: party\n  cites:\n    - \"X 1\"\ncalendar: none\nbinding: true\nedition:\n  made: '1'\ntitle: \"X\"\ntreaty: x\n";
        var hash = LawFolder.ReadInstrument(Text, "a").ContentHash;

        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.Equal(hash, LawFolder.ReadInstrument(Other, "b").ContentHash);
        Assert.NotEqual(
            hash,
            LawFolder.ReadInstrument(Text.Replace("conf: H", "conf: M", StringComparison.Ordinal), "c").ContentHash
        );
    }

    [Fact]
    public void A_book_comes_back_whole()
    {
        var text = LawBookJson.Write(Repository.Book);

        Assert.Equal(text, LawBookJson.Write(LawBookJson.Read(text)));
        Assert.Contains("\"timeZone\":\"Europe/Vienna\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_and_decisions_come_back_whole()
    {
        var folder = Path.Combine(Repository.Root, "tests", "TreatyLaw.Tests", "Scenarios");
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml"))
        {
            foreach (var scenario in ScenarioFile.Read(File.ReadAllText(file), file, Repository.Instruments))
            {
                var written = Write(scenario.Question);
                Assert.Equal(written, Write(QuestionJson.Read(written)));
                var decision = DecisionJson.Write(scenario.Judge());
                Assert.Equal(decision, DecisionJson.Write(DecisionJson.Read(decision)));
            }
        }
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"clock\":{}}")]
    [InlineData("{\"request\":null}")]
    public void What_is_no_question_is_refused(string json) =>
        Assert.NotEmpty(Assert.Throws<LawTextException>(() => QuestionJson.Read(json)).Problems);

    [Theory]
    [InlineData("{")]
    [InlineData("{\"instruments\":[]}")]
    [InlineData("{\"treaty\":\"x\"}")]
    public void What_is_no_law_is_refused(string json)
    {
        Assert.NotEmpty(Assert.Throws<LawTextException>(() => InstrumentJson.Read(json)).Problems);
        Assert.NotEmpty(Assert.Throws<LawTextException>(() => LawBookJson.Read(json)).Problems);
    }

    private static string Write(object question) =>
        question switch
        {
            AssistanceRequest request => QuestionJson.Write(request),
            Disclosure disclosure => QuestionJson.Write(disclosure),
            CoordinationStep step => QuestionJson.Write(step),
            ClockQuestion clock => QuestionJson.Write(clock),
            _ => "",
        };
}
