using static CaseCoordination.TreatyLaw.Tests.SmallBook;

namespace CaseCoordination.TreatyLaw.Tests.Decisions;

/// <summary>What grounds turn on. AA asks and BB is asked.</summary>
public sealed class ConditionTests
{
    private const string SameHere =
        "{proceedings: {state: requested, kind: criminal, status: initiated, sameFacts: true, samePersons: true}}";
    private const string AnyProceedings = "{proceedings: {status: [initiated, judgment]}}";
    private const string Punished =
        "{sanction: {state: requested, status: final, sameCharges: true, samePersons: true}}";
    private const string AnySanction = "{sanction: {status: final}}";
    private const string Both = "{all: [security, not-needed]}";

    [Theory]
    [InlineData("BB", "criminal", "initiated", Tri.Yes, Tri.Yes, Outcome.RefusalAvailable)]
    [InlineData("AA", "criminal", "initiated", Tri.Yes, Tri.Yes, Outcome.Grant)]
    [InlineData("BB", "judicial", "initiated", Tri.Yes, Tri.Yes, Outcome.Grant)]
    [InlineData("BB", "criminal", "judgment", Tri.Yes, Tri.Yes, Outcome.Grant)]
    [InlineData("BB", "criminal", "initiated", Tri.No, Tri.Yes, Outcome.Grant)]
    [InlineData("BB", "criminal", "initiated", Tri.Yes, Tri.No, Outcome.Grant)]
    [InlineData("BB", "criminal", "initiated", Tri.Yes, Tri.Unknown, Outcome.PendingFacts)]
    [InlineData("BB", "criminal", "initiated", Tri.Unknown, Tri.Yes, Outcome.PendingFacts)]
    [InlineData("AA", "criminal", "initiated", Tri.Unknown, Tri.Unknown, Outcome.Grant)]
    public void Proceedings_count_where_state_kind_status_facts_and_persons_are_those_meant(
        string state,
        string kind,
        string status,
        Tri facts,
        Tri persons,
        Outcome outcome
    ) => Assert.Equal(outcome, Judge(SameHere, new Proceeding(state, kind, status, facts, persons)).Outcome);

    [Fact]
    public void Proceedings_anywhere_about_anything_count_where_the_text_says_no_more()
    {
        Assert.Equal(
            Outcome.RefusalAvailable,
            Judge(AnyProceedings, new Proceeding("CC", "judicial", "judgment", Tri.No, Tri.Unknown)).Outcome
        );
        Assert.Equal(
            Outcome.Grant,
            Judge(AnyProceedings, new Proceeding("CC", "judicial", "final", Tri.Yes, Tri.Yes)).Outcome
        );
    }

    [Theory]
    [InlineData("requesting", "AA", Outcome.RefusalAvailable)]
    [InlineData("requesting", "BB", Outcome.Grant)]
    [InlineData("requested", "BB", Outcome.RefusalAvailable)]
    [InlineData("requested", "CC", Outcome.Grant)]
    public void The_state_is_that_of_the_one_who_asks_or_of_the_one_who_is_asked(
        string meant,
        string state,
        Outcome outcome
    ) =>
        Assert.Equal(
            outcome,
            Judge(
                $"{{proceedings: {{state: {meant}}}}}",
                new Proceeding(state, "criminal", "initiated", Tri.Yes, Tri.Yes)
            ).Outcome
        );

    [Theory]
    [InlineData("BB", Tri.Yes, Tri.Yes, Outcome.RefusalAvailable)]
    [InlineData("AA", Tri.Yes, Tri.Yes, Outcome.Grant)]
    [InlineData("BB", Tri.No, Tri.Yes, Outcome.Grant)]
    [InlineData("BB", Tri.Yes, Tri.No, Outcome.Grant)]
    [InlineData("BB", Tri.Unknown, Tri.Yes, Outcome.PendingFacts)]
    [InlineData("BB", Tri.Yes, Tri.Unknown, Outcome.PendingFacts)]
    [InlineData("AA", Tri.Unknown, Tri.Unknown, Outcome.Grant)]
    public void A_sanction_counts_where_state_charges_and_persons_are_those_meant(
        string state,
        Tri charges,
        Tri persons,
        Outcome outcome
    ) => Assert.Equal(outcome, Judge(Punished, new Sanction(state, "final", charges, persons)).Outcome);

    [Fact]
    public void A_sanction_anywhere_for_anything_counts_where_the_text_says_no_more() =>
        Assert.Equal(
            Outcome.RefusalAvailable,
            Judge(AnySanction, new Sanction("CC", "final", Tri.No, Tri.Unknown)).Outcome
        );

    [Theory]
    [InlineData(Tri.Yes, Tri.Yes, Outcome.RefusalAvailable, "")]
    [InlineData(Tri.Yes, Tri.No, Outcome.Grant, "")]
    [InlineData(Tri.No, Tri.Unknown, Outcome.Grant, "")]
    [InlineData(Tri.Unknown, Tri.No, Outcome.Grant, "")]
    [InlineData(Tri.Yes, Tri.Unknown, Outcome.PendingFacts, "not-needed")]
    [InlineData(Tri.Unknown, Tri.Unknown, Outcome.PendingFacts, "not-needed security")]
    public void Where_all_parts_must_hold_what_is_unknown_of_them_is_asked(
        Tri security,
        Tri notNeeded,
        Outcome outcome,
        string ask
    )
    {
        var decision = Judge(Both, Facts.None.With("security", security).With("not-needed", notNeeded));

        Assert.Equal(outcome, decision.Outcome);
        Assert.Equal(ask, string.Join(' ', decision.Ask));
    }

    private static Decision Judge(string when, Proceeding proceeding) =>
        Judge(when, Facts.None with { Proceedings = [proceeding] });

    private static Decision Judge(string when, Sanction sanction) =>
        Judge(when, Facts.None with { Sanctions = [sanction] });

    private static Decision Judge(string when, Facts facts) =>
        Law.Judge(
            Of(Giving("a", "kind: ground, effect: permits-refusal, when: " + when)),
            Request with
            {
                Facts = facts,
            }
        );
}
