using static CaseCoordination.TreatyLaw.Tests.SmallBook;

namespace CaseCoordination.TreatyLaw.Tests.Decisions;

/// <summary>Helping may reveal that there was a request.</summary>
public sealed class RevealTests
{
    private const string MustBeRevealed = "request-must-be-revealed";
    private const string Consents = "requester-consents-to-reveal";

    [Theory]
    [InlineData("allow", Outcome.Grant)]
    [InlineData("consult", Outcome.GrantWithConditions)]
    [InlineData("consent", Outcome.Blocked)]
    [InlineData("deny", Outcome.Blocked)]
    public void A_request_that_must_be_revealed_is_held_as_the_text_says(string effect, Outcome outcome) =>
        Assert.Equal(outcome, Judge(Known(Tri.Yes, Tri.No), Rule(effect)).Outcome);

    [Theory]
    [InlineData("consult", Outcome.GrantWithConditions)]
    [InlineData("consent", Outcome.Blocked)]
    public void The_exception_for_what_is_needed_to_execute_is_taken(string effect, Outcome outcome) =>
        Assert.Equal(
            outcome,
            Judge(
                Known(Tri.Yes, Tri.No),
                $"{Rule("deny")}, except: {{when: needed-to-execute, effect: {effect}}}"
            ).Outcome
        );

    [Theory]
    [InlineData("deny", "consult", Tri.Yes, Outcome.GrantWithConditions)]
    [InlineData("deny", "consult", Tri.No, Outcome.Blocked)]
    [InlineData("deny", "consult", Tri.Unknown, Outcome.PendingFacts)]
    [InlineData("allow", "deny", Tri.Yes, Outcome.Blocked)]
    [InlineData("allow", "deny", Tri.No, Outcome.Grant)]
    [InlineData("allow", "deny", Tri.Unknown, Outcome.PendingFacts)]
    public void An_exception_that_turns_on_a_fact_waits_for_it(
        string effect,
        string otherwise,
        Tri fact,
        Outcome outcome
    )
    {
        var facts = Known(Tri.Yes, Tri.No).With("justified-circumstances", fact);

        var decision = Judge(facts, Excepted(effect, otherwise));

        Assert.Equal(outcome, decision.Outcome);
        Assert.Equal(outcome == Outcome.PendingFacts ? ["justified-circumstances"] : [], decision.Ask);
    }

    [Fact]
    public void Consent_settles_nothing_while_an_exception_may_ask_for_something_else()
    {
        var facts = Known(Tri.Unknown, Tri.Yes);

        Assert.Equal([MustBeRevealed], Judge(facts, Excepted("consent", "notify")).Ask);
        Assert.Empty(Judge(facts.With("justified-circumstances", Tri.No), Excepted("consent", "notify")).Ask);
    }

    [Fact]
    public void Until_an_exception_is_known_the_stricter_side_of_it_counts()
    {
        var facts = Known(Tri.Unknown, Tri.Yes);

        Assert.Equal(["a.5"], Judge(facts, Rule("consult"), Excepted("allow", "deny")).Unknown);
        Assert.Equal(["a.5"], Judge(facts, Rule("consult"), Excepted("deny", "allow")).Unknown);
    }

    [Theory]
    [InlineData("consult", Tri.Yes, "consult notify-requester attach-handling")]
    [InlineData("deny", Tri.Yes, "consult notify-requester do-not-act")]
    [InlineData("allow", Tri.No, "consult do-not-act")]
    public void An_exception_adds_its_duties_where_it_applies(string otherwise, Tri fact, string duties)
    {
        var facts = Known(Tri.Yes, Tri.No).With("justified-circumstances", fact);
        var rule =
            $"{Rule("deny")}, duties: [consult], "
            + $"except: {{when: justified-circumstances, effect: {otherwise}, duties: [notify-requester]}}";

        Assert.Equal(duties, string.Join(' ', Judge(facts, rule).Duties));
    }

    [Theory]
    [InlineData("allow", Tri.Unknown, Outcome.Grant)]
    [InlineData("consent", Tri.Yes, Outcome.Grant)]
    [InlineData("consent", Tri.No, Outcome.PendingFacts)]
    [InlineData("deny", Tri.Yes, Outcome.PendingFacts)]
    [InlineData("consult", Tri.Yes, Outcome.PendingFacts)]
    public void Whether_it_must_be_revealed_is_asked_only_where_the_answer_matters(
        string effect,
        Tri consents,
        Outcome outcome
    )
    {
        var decision = Judge(Known(Tri.Unknown, consents), Rule(effect));

        Assert.Equal(outcome, decision.Outcome);
        Assert.Equal(outcome == Outcome.PendingFacts ? [MustBeRevealed] : [], decision.Ask);
    }

    [Fact]
    public void The_strictest_of_several_rules_decides_and_the_first_of_two_that_are_equal()
    {
        var facts = Known(Tri.Yes, Tri.No);

        Assert.Equal(Outcome.Blocked, Judge(facts, Rule("consult"), Rule("deny")).Outcome);
        Assert.Equal(Outcome.Blocked, Judge(facts, Rule("deny"), Rule("consult")).Outcome);
        Assert.Equal(["a.1", "a.2", "a.3", "a.4"], Judge(facts, Rule("deny"), Rule("deny")).DecidedBy.Order());
    }

    [Fact]
    public void A_part_that_waits_for_consultation_stays_a_part()
    {
        var request = Request with { Kinds = ["info.files", "freeze.assets"], Facts = Known(Tri.Yes, Tri.No) };

        Assert.Equal(Outcome.Partial, Law.Judge(Of(Giving("a", Rule("consult"))), request).Outcome);
    }

    private static Facts Known(Tri revealed, Tri consents) =>
        Facts.None.With(MustBeRevealed, revealed).With(Consents, consents);

    private static string Rule(string effect) => $"kind: handling, object: request, op: disclose, effect: {effect}";

    private static string Excepted(string effect, string otherwise) =>
        $"{Rule(effect)}, except: {{when: justified-circumstances, effect: {otherwise}}}";

    private static Decision Judge(Facts facts, params string[] terms) =>
        Law.Judge(Of(Giving("a", terms)), Request with { Facts = facts });
}
