using static CaseCoordination.TreatyLaw.Tests.SmallBook;

namespace CaseCoordination.TreatyLaw.Tests.Decisions;

/// <summary>Which of several instruments that could carry a request does. The ids alone would always choose the first.</summary>
public sealed class StrongestBasisTests
{
    private const string Wide = "kind: handling, object: information, op: use, effect: allow, purpose: [tax, aml]";
    private const string Narrow = "kind: handling, object: information, op: use, effect: allow, purpose: [tax]";

    [Fact]
    public void Where_nothing_else_tells_them_apart_the_first_id_is_taken() =>
        Assert.Equal("a", Basis(Giving("b"), Giving("a")));

    [Fact]
    public void The_shorter_clock_is_taken() => Assert.Equal("b", Basis(Giving("a", Reply(10)), Giving("b", Reply(5))));

    [Fact]
    public void A_clock_is_shorter_than_none() => Assert.Equal("b", Basis(Giving("a"), Giving("b", Reply(5))));

    [Fact]
    public void The_first_of_several_deadlines_is_an_instruments_clock()
    {
        Assert.Equal("b", Basis(Giving("a", Reply(10)), Giving("b", Reply(5), Reply(20))));
        Assert.Equal("b", Basis(Giving("a", Reply(10)), Giving("b", Reply(20), Reply(5))));
    }

    [Fact]
    public void The_narrower_handling_is_taken_where_the_clocks_are_equal() =>
        Assert.Equal("b", Basis(Giving("a", Reply(5), Wide), Giving("b", Reply(5), Narrow)));

    [Fact]
    public void The_clock_comes_before_the_handling() =>
        Assert.Equal("b", Basis(Giving("a", Reply(10), Narrow), Giving("b", Reply(5), Wide)));

    [Fact]
    public void Every_instrument_over_which_another_is_preferred_stands_back() =>
        Assert.Equal(
            "c",
            Basis(Giving("a"), Giving("b"), Giving("c", PreferredOver("a")), Giving("d", PreferredOver("b")))
        );

    [Fact]
    public void One_that_both_left_since_without_saying_what_becomes_of_open_requests_is_weaker()
    {
        var ended = new[] { Asking, Asked }.Select(code => Joined(code, "a") with { To = Day.AddDays(10) });
        var book = ended.Aggregate(Of(Giving("a"), Giving("b")), (book, participation) => book.With(participation));

        Assert.Equal("a", Law.Judge(book, Request).Basis);
        Assert.Equal("b", Law.Judge(book, Request with { AsOf = Day.AddDays(10) }).Basis);
    }

    [Fact]
    public void Duty_comes_before_duty_with_a_fallback_and_intent_before_leave()
    {
        Assert.Equal(
            "b",
            Basis(Gives("a", "info.files", "shall, fallback: info.bank"), Gives("b", "info.files", "shall"))
        );
        Assert.Equal(
            "b",
            Basis(Gives("a", "info.files", "should"), Gives("b", "info.files", "shall, fallback: info.bank"))
        );
        Assert.Equal("b", Basis(Gives("a", "info.files", "may"), Gives("b", "info.files", "should")));
    }

    [Fact]
    public void Help_that_waits_for_a_fact_counts_as_help()
    {
        var decision = Law.Judge(
            Of(Gives("a", "info.files", "shall, subjectTo: [court]"), Gives("b", "info.files", "may")),
            Request
        );

        Assert.Equal((Outcome.PendingFacts, "a"), (decision.Outcome, decision.Basis));
    }

    [Fact]
    public void Where_only_a_fallback_is_given_it_counts_as_duty_with_a_fallback() =>
        Assert.Equal("b", Part(Gives("a", "freeze.assets", Advise("shall")), Gives("b", "info.files", "shall")));

    [Fact]
    public void A_fallback_that_may_be_given_counts_as_leave() =>
        Assert.Equal("b", Part(Gives("a", "freeze.assets", Advise("may")), Gives("b", "info.files", "should")));

    private static string Basis(params Instrument[] instruments) => Law.Judge(Of(instruments), Request).Basis;

    private static string Reply(int days) =>
        $"kind: deadline, after: request-received, do: reply, within: {{n: {days}, unit: workingDays}}";

    private static string PreferredOver(string id) => $"kind: lifecycle, prefer: {{over: {id}, when: both-bound}}";

    /// <summary>The basis of a request for two kinds of help.</summary>
    private static string Part(params Instrument[] instruments) =>
        Law.Judge(Of(instruments), Request with { Kinds = ["info.files", "freeze.assets"] }).Basis;

    private static string Advise(string modality) => $"{modality}, needs: F, fallback: freeze.advise";

    private static Instrument Gives(string id, string kind, string modality) =>
        Instrument(id, Party, Matter, $"kind: assistance, give: [{kind}], trigger: request, modality: {modality}");
}
