using static CaseCoordination.TreatyLaw.Tests.SmallBook;

namespace CaseCoordination.TreatyLaw.Tests.Decisions;

/// <summary>Which conduct an instrument is about.</summary>
public sealed class MatterTests
{
    private const string Financial = "kind: matter, codes: [any], over: [any], financialInstrument: \"yes\"";

    [Theory]
    [InlineData(-1, "none")]
    [InlineData(0, "a")]
    [InlineData(1, "a")]
    public void Conduct_that_ceased_before_the_request_is_out_where_the_term_says_so(int days, string basis)
    {
        var matter = $"{Matter}, time: {{basis: request, ceasedConduct: false}}";
        var subject = Request.Subjects[0] with { ConductTo = Day.AddDays(days) };

        Assert.Equal(
            basis,
            Law.Judge(Of(Instrument("a", Party, matter, Files)), Request with { Subjects = [subject] }).Basis
        );
    }

    [Fact]
    public void A_term_that_does_not_apply_on_the_day_gives_no_matter()
    {
        var book = Of(Instrument("a", Party, Matter + ", effective: {from: \"2026-03-03\"}", Files));

        Assert.Equal("none", Law.Judge(book, Request).Basis);
        Assert.Equal("a", Law.Judge(book, Request with { At = Day.AddDays(1), AsOf = Day.AddDays(1) }).Basis);
    }

    [Fact]
    public void Of_several_terms_that_turn_on_what_the_thing_is_the_first_stays_open()
    {
        var subject = Request.Subjects[0] with { FinancialInstrument = Tri.Unknown };

        var decision = Law.Judge(
            Of(Instrument("a", Party, Financial, Financial, Files)),
            Request with
            {
                Subjects = [subject],
            }
        );

        Assert.Equal(Outcome.PendingFacts, decision.Outcome);
        Assert.Equal(["a.2"], decision.Unknown);
    }

    [Fact]
    public void Where_the_text_is_about_nothing_its_parties_are_named()
    {
        var decision = Law.Judge(Of(Instrument("a", Party, Files)), Request);

        Assert.Equal(Outcome.NoBasis, decision.Outcome);
        Assert.Equal(["a.1"], decision.DecidedBy);
    }
}
