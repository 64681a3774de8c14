using static CaseCoordination.TreatyLaw.Tests.SmallBook;

namespace CaseCoordination.TreatyLaw.Tests.Decisions;

/// <summary>What a request must hold, and in which form it may come.</summary>
public sealed class ContentTests
{
    private const string Fields = "kind: content, fields: [urgency], onMissing: [list-missing]";
    private const string Form = "kind: content, form: standard";
    private const string Spoken = "kind: content, urgentOral: {confirm: in-writing}, duties: [confirm-in-writing]";
    private const string Past = ", effective: {to: \"2026-03-02\"}";

    private static readonly AssistanceRequest Oral = Request with { Oral = true };

    [Fact]
    public void A_text_that_is_silent_about_the_form_does_not_exclude_the_spoken_word() =>
        Assert.Equal(Outcome.Grant, Judge(Oral, Fields).Outcome);

    [Fact]
    public void A_text_that_knows_a_form_wants_it()
    {
        var decision = Judge(Oral, Form);

        Assert.Equal(Outcome.Incomplete, decision.Outcome);
        Assert.Equal(["confirm-in-writing"], decision.Duties);
        Assert.Contains("a.4", decision.DecidedBy);
    }

    [Theory]
    [InlineData(true, Outcome.Grant)]
    [InlineData(false, Outcome.Incomplete)]
    public void Where_only_urgent_requests_may_be_spoken_others_are_incomplete(bool urgent, Outcome outcome)
    {
        var decision = Judge(Oral with { Urgent = urgent }, Spoken);

        Assert.Equal(outcome, decision.Outcome);
        Assert.Contains("confirm-in-writing", decision.Duties);
    }

    [Fact]
    public void Of_several_terms_on_the_spoken_word_the_first_is_named()
    {
        var decision = Judge(Oral with { Urgent = true }, Spoken, Spoken);

        Assert.Contains("a.4", decision.DecidedBy);
        Assert.DoesNotContain("a.5", decision.DecidedBy);
    }

    [Fact]
    public void A_term_that_does_not_apply_on_the_day_wants_nothing()
    {
        Assert.Equal(Outcome.Grant, Judge(Request with { Missing = ["urgency"] }, Fields + Past).Outcome);
        Assert.Equal(Outcome.Grant, Judge(Oral, Form + Past).Outcome);
    }

    [Fact]
    public void A_term_that_does_not_apply_on_the_day_is_not_named_for_a_wrong_form()
    {
        var decision = Judge(Oral, Form, Fields + Past);

        Assert.Contains("a.4", decision.DecidedBy);
        Assert.DoesNotContain("a.5", decision.DecidedBy);
        Assert.DoesNotContain("list-missing", decision.Duties);
    }

    private static Decision Judge(AssistanceRequest request, params string[] terms) =>
        Law.Judge(Of(Giving("a", terms)), request);
}
