using static CaseCoordination.TreatyLaw.Tests.SmallBook;

namespace CaseCoordination.TreatyLaw.Tests.Decisions;

/// <summary>Where a person has to decide anyway, what is unknown is noted and not asked.</summary>
public sealed class GroundTests
{
    private const string Refuses = "kind: ground, effect: permits-refusal, when: security";
    private const string Postpones = "kind: ground, effect: permits-postponement, when: prejudice-own-investigation";
    private const string AlsoPostpones = "kind: ground, effect: permits-postponement, when: evidence-in-use-elsewhere";
    private const string Denial = "kind: duty, when: denial, do: [notify-esma]";

    [Fact]
    public void An_unknown_ground_of_a_request_that_outlived_the_text_is_noted()
    {
        var left = new[] { Asking, Asked }.Select(code => Joined(code, "a") with { To = Day.AddDays(10) });
        var book = left.Aggregate(Of(Giving("a", Refuses)), (book, participation) => book.With(participation));

        var decision = Law.Judge(book, Request with { AsOf = Day.AddDays(10) });

        Assert.Equal(Outcome.RefusalAvailable, decision.Outcome);
        Assert.Equal(["named-official-decides", "pending-rule-unstated"], decision.Duties);
        Assert.Equal(["a.4"], decision.Unknown);
        Assert.Empty(decision.Ask);
    }

    [Fact]
    public void An_unknown_ground_for_postponing_beside_an_open_one_is_noted()
    {
        var decision = Judge("prejudice-own-investigation", Postpones, AlsoPostpones);

        Assert.Equal(Outcome.Defer, decision.Outcome);
        Assert.Equal(["a.5"], decision.Unknown);
        Assert.Empty(decision.Ask);
    }

    [Fact]
    public void An_unknown_ground_for_refusing_beside_an_open_one_for_postponing_is_asked()
    {
        var decision = Judge("prejudice-own-investigation", Postpones, Refuses);

        Assert.Equal(Outcome.PendingFacts, decision.Outcome);
        Assert.Equal(["security"], decision.Ask);
    }

    [Fact]
    public void The_text_on_denial_adds_its_duties_where_a_refusal_is_open()
    {
        var open = Judge("security", Refuses, Denial);
        var postponed = Judge("prejudice-own-investigation", Postpones, Denial);

        Assert.Equal(["named-official-decides", "notify-esma"], open.Duties);
        Assert.Contains("a.5", open.DecidedBy);
        Assert.Equal(["named-official-decides"], postponed.Duties);
    }

    private static Decision Judge(string fact, params string[] terms) =>
        Law.Judge(Of(Giving("a", terms)), Request with { Facts = Facts.None.With(fact, Tri.Yes) });
}
