using CaseCoordination.AccessPoint.Border;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.TreatyLaw;
using static CaseCoordination.AccessPoint.Tests.Border.SmallLaw;

namespace CaseCoordination.AccessPoint.Tests.Border;

public sealed class BorderLawTests
{
    [Fact]
    public void An_ask_with_a_basis_passes_and_takes_its_decision_along()
    {
        var judged = Judge(Book(), Ask);
        Assert.True(judged.Permits);
        Assert.Null(judged.Reason);
        Assert.Equal("GRANT", judged.Outcome);
        Assert.Equal("small", judged.Instrument);
        Assert.Equal(Book().Instrument("small")!.ContentHash, judged.Version);
        Assert.Equal(["S §1", "S §2", "S §3"], judged.Citations);
        Assert.Equal("small", DecisionJson.Read(judged.Decision).Basis);
    }

    [Fact]
    public void The_same_ask_is_judged_the_same_to_the_byte() =>
        Assert.Equal(Judge(Book(), Ask).Decision, Judge(Book(), Ask).Decision);

    [Fact]
    public void An_ask_between_authorities_that_share_no_instrument_stops()
    {
        var judged = BorderLaw.Judge(Book(), Ask, "XA-SMA", "MSA-FMA", Asked, Today);
        AssertStopped(judged, "no-basis");
        Assert.Equal("No instrument binds both authorities on that day.", judged.Explanation);
    }

    [Fact]
    public void An_ask_that_no_instrument_carries_names_where_each_fails()
    {
        var judged = Judge(Book(), Ask with { Matter = "insider-dealing" });
        AssertStopped(judged, "no-basis");
        Assert.Contains("small fails at s.matter", judged.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ask_without_its_matter_or_what_it_is_over_is_incomplete()
    {
        AssertStopped(Judge(Book(), Ask with { Matter = null }), "question-incomplete");
        AssertStopped(Judge(Book(), Ask with { Over = null }), "question-incomplete");
    }

    [Theory]
    [InlineData("2026-02-30", null)]
    [InlineData(null, "soon")]
    [InlineData("", null)]
    public void Dates_of_conduct_that_are_no_dates_stop_it(string? from, string? to) =>
        AssertStopped(Judge(Book(), Ask with { ConductFrom = from, ConductTo = to }), "question-malformed");

    [Fact]
    public void What_is_given_unasked_rests_on_a_term_for_that_and_has_its_sender_as_provider()
    {
        const string Tell =
            """{"id":"s.tell","kind":"assistance","cites":["S §9"],"give":["info.any"],"modality":"may","trigger":"spontaneous","conf":"H"}""";
        var offer = Ask with { Trigger = "spontaneous" };
        AssertStopped(Judge(Book(), offer), "no-basis");
        var judged = Judge(Book(Tell), offer);
        Assert.True(judged.Permits);
        Assert.Equal(["S §1", "S §2", "S §9"], judged.Citations);
    }

    [Fact]
    public void A_trigger_that_the_law_does_not_know_stops_it() =>
        AssertStopped(Judge(Book(), Ask with { Trigger = "rumour" }), "question-malformed");

    [Fact]
    public void Several_matters_under_one_instrument_pass_together()
    {
        var judged = Judge(Book(), Ask with { Others = [Another("derivatives")] });
        Assert.True(judged.Permits);
        Assert.Equal("small", judged.Instrument);
        Assert.Equal(2, DecisionJson.Read(judged.Decision).Parts.Length);
    }

    [Fact]
    public void Matters_of_which_one_has_no_basis_do_not_pass_as_one_letter() =>
        AssertStopped(Judge(Book(), Ask with { Others = [Another("funds")] }), "basis-split");

    [Fact]
    public void Each_matters_dates_have_to_be_dates() =>
        AssertStopped(
            Judge(Book(), Ask with { Others = [Another("derivatives") with { ConductTo = "soon" }] }),
            "question-malformed"
        );

    [Fact]
    public void What_is_asked_by_word_of_mouth_passes_only_where_the_instrument_knows_it()
    {
        var oral = Ask with { Urgent = true, Oral = true };
        Assert.True(Judge(Book(OralContent), oral).Permits);
        AssertStopped(Judge(Book(OralContent), oral with { Urgent = false }), "content-incomplete");
    }

    [Fact]
    public void Conduct_without_dates_is_conduct_of_today() =>
        Assert.True(Judge(Book(), Ask with { ConductFrom = null, ConductTo = null }).Permits);

    [Fact]
    public void A_missing_content_field_stops_it_and_is_named()
    {
        var judged = Judge(Book(Content), Ask with { Missing = ["laws-violated"] });
        AssertStopped(judged, "content-incomplete");
        Assert.Equal("Supply: laws-violated.", judged.Explanation);
        Assert.True(Judge(Book(Content), Ask).Permits);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("no")]
    [InlineData("yes")]
    public void A_ground_for_refusing_is_for_the_recipients_people_and_stops_no_letter(string fact)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["public-or-national-interest"] = fact };
        Assert.True(Judge(Book(Ground), Ask with { Facts = facts }).Permits);
    }

    [Fact]
    public void A_fact_that_the_sender_owes_stops_it_until_it_is_settled()
    {
        var ask = Ask with { Matter = "fraud", FinancialInstrument = "unknown" };
        var judged = Judge(Book(OnlyInstruments), ask);
        AssertStopped(judged, "facts-missing");
        Assert.Equal("Supply: is-financial-instrument.", judged.Explanation);
        Assert.True(Judge(Book(OnlyInstruments), ask with { FinancialInstrument = "yes" }).Permits);
        AssertStopped(Judge(Book(OnlyInstruments), ask with { FinancialInstrument = "no" }), "no-basis");
    }

    [Fact]
    public void A_fact_spelt_in_no_known_way_counts_as_unknown() =>
        AssertStopped(
            Judge(Book(OnlyInstruments), Ask with { Matter = "fraud", FinancialInstrument = "YES" }),
            "facts-missing"
        );

    [Fact]
    public void What_the_terms_forbid_is_blocked()
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["request-must-be-revealed"] = "yes" };
        AssertStopped(Judge(Book(Reveal), Ask with { Facts = facts }), "blocked");
    }

    [Fact]
    public void A_named_instrument_that_nobody_knows_does_not_hide_the_one_that_carries_unless_it_is_pinned()
    {
        Assert.Equal("small", Judge(Book(), Ask with { Instrument = "other" }).Instrument);
        AssertStopped(Judge(Book(), Ask with { Instrument = "other", Pinned = true }), "no-basis");
    }

    [Theory]
    [InlineData("addressed-to-oneself")]
    [InlineData("authority-unknown")]
    [InlineData("consent-missing")]
    [InlineData("content-altered")]
    [InlineData("obligations-altered")]
    [InlineData("relied-letter-unknown")]
    [InlineData("relied-letter-mismatch")]
    [InlineData("basis-lapsed")]
    [InlineData("basis-split")]
    [InlineData("unstated")]
    public void A_reason_has_words_in_every_language(string reason) => AssertWorded(reason);

    [Fact]
    public void A_reason_of_another_node_that_is_not_known_here_is_told_as_it_is() =>
        Assert.Equal("of-tomorrow", ReasonWords.For("of-tomorrow", Language.Spanish));

    private static void AssertWorded(string reason)
    {
        var words = Enum.GetValues<Language>().Select(language => ReasonWords.For(reason, language)).ToList();
        Assert.DoesNotContain(reason, words);
        Assert.Distinct(words);
    }

    private static void AssertStopped(Judgement judged, string reason)
    {
        Assert.False(judged.Permits);
        Assert.Equal(reason, judged.Reason);
        Assert.NotEmpty(judged.Explanation);
        AssertWorded(reason);
    }

    private static Judgement Judge(LawBook book, LegalQuestion ask) =>
        BorderLaw.Judge(book, ask, "XA-SMA", "XB-DAC", Asked, Today);

    private static string OralContent =>
        """{"id":"s.oral","kind":"content","cites":["S §9"],"urgentOral":{"confirm":"written"},"conf":"H"}""";

    private static LegalMatter Another(string over) =>
        new()
        {
            Matter = "manipulation",
            Over = over,
            FinancialInstrument = "yes",
            ConductFrom = "2026-01-01",
            ConductTo = "2026-02-01",
        };
}
