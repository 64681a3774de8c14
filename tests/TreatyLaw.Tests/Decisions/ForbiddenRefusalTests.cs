using static CaseCoordination.TreatyLaw.Tests.SmallBook;

namespace CaseCoordination.TreatyLaw.Tests.Decisions;

/// <summary>Some texts say what may not be a reason to refuse.</summary>
public sealed class ForbiddenRefusalTests
{
    private const string Fact = "conduct-lawful-here";
    private const string Other = "security";
    private const string Permits = "kind: ground, effect: permits-refusal, when: " + Fact;
    private const string Requires = "kind: ground, effect: requires-refusal, when: " + Fact;
    private const string Either = "kind: ground, effect: permits-refusal, when: {any: [" + Fact + ", " + Other + "]}";
    private const string PermitsOther = "kind: ground, effect: permits-refusal, when: " + Other;
    private const string ForbidsOther = "kind: ground, effect: forbids-refusal, when: " + Other;
    private const string Forbids = "kind: ground, effect: forbids-refusal, when: " + Fact;

    private static readonly AssistanceRequest Known = Request with
    {
        Facts = Facts.None.With(Fact, Tri.Yes).With(Other, Tri.No),
    };

    [Fact]
    public void A_reason_that_the_text_permits_and_does_not_forbid_is_left_to_a_person() =>
        Assert.Equal(Outcome.RefusalAvailable, Judge(Giving("a", Permits)).Outcome);

    [Fact]
    public void A_forbidden_reason_is_none() =>
        Assert.Equal(Outcome.Grant, Judge(Giving("a", Permits, Forbids)).Outcome);

    [Fact]
    public void A_refusal_that_the_text_requires_stays() =>
        Assert.Equal(Outcome.RefusalAvailable, Judge(Giving("a", Requires, Forbids)).Outcome);

    [Fact]
    public void A_ground_that_also_rests_on_something_else_stays() =>
        Assert.Equal(Outcome.RefusalAvailable, Judge(Giving("a", Either, Forbids)).Outcome);

    [Fact]
    public void A_forbidden_reason_does_not_weaken_an_instrument() =>
        Assert.Equal("b", Judge(Giving("a", Permits), Giving("b", Permits, Forbids)).Basis);

    [Fact]
    public void Every_reason_that_a_text_forbids_counts_as_none()
    {
        var book = Of(Giving("a", Permits), Giving("b", Permits, PermitsOther, Forbids, ForbidsOther));
        var request = Request with { Facts = Facts.None.With(Fact, Tri.Yes).With(Other, Tri.Yes) };

        Assert.Equal("b", Law.Judge(book, request).Basis);
    }

    private static Decision Judge(params Instrument[] instruments) => Law.Judge(Of(instruments), Known);
}
