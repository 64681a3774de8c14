using System.Collections.Immutable;
using static CaseCoordination.TreatyLaw.Tests.SmallBook;

namespace CaseCoordination.TreatyLaw.Tests.Decisions;

/// <summary>What a decision names where an authority is not bound: the terms that describe it, or else those of full parties.</summary>
public sealed class PartyTests
{
    private const string Listed = "kind: party, status: full, list: A, roles: [coordinate]";
    private const string OtherList = "kind: party, status: full, list: B, roles: [coordinate]";
    private const string OnlyTheOther = "kind: party, status: full, authorities: [BB-TWO], roles: [coordinate]";
    private const string Committed = "kind: party, status: committed, roles: []";
    private const string Lifecycle = "kind: lifecycle, begins: signing";

    private static readonly Participation Full = Joined(Asking, "a");

    [Fact]
    public void A_suspended_authority_that_no_term_describes_is_told_who_is_full_party() =>
        Assert.Equal(["a.1"], DecidedBy(Full with { Status = "suspended" }, Listed, Committed));

    [Fact]
    public void A_suspended_authority_is_told_how_participations_live_where_the_text_says_so() =>
        Assert.Equal(["a.2"], DecidedBy(Full with { Status = "suspended" }, Listed, Lifecycle));

    [Fact]
    public void A_committed_authority_is_told_the_term_on_committed_ones() =>
        Assert.Equal(["a.2"], DecidedBy(Full with { Status = "committed" }, Listed, Committed, Lifecycle));

    [Fact]
    public void One_that_left_is_told_the_terms_on_leaving_or_else_its_own()
    {
        var left = Full with { List = "B", To = Day };

        Assert.Equal(["a.3"], DecidedBy(left, Listed, OtherList, Lifecycle));
        Assert.Equal(["a.2"], DecidedBy(left, Listed, OtherList));
    }

    [Fact]
    public void One_that_is_not_yet_in_is_told_its_own_terms_or_else_those_of_full_parties()
    {
        var later = Full with { List = "B", From = Day.AddDays(1) };

        Assert.Equal(["a.2"], DecidedBy(later, Listed, OtherList));
        Assert.Equal(["a.1"], DecidedBy(later, OnlyTheOther));
    }

    [Fact]
    public void Where_the_text_knows_no_full_party_every_term_on_parties_is_named() =>
        Assert.Equal(["a.1", "a.2"], DecidedBy(Full with { Status = "suspended" }, Committed, Committed));

    [Theory]
    [InlineData("spontaneous", "spontaneous", Outcome.Grant)]
    [InlineData("spontaneous", "request, be-requested", Outcome.NoBasis)]
    [InlineData("request", "request, be-requested", Outcome.Grant)]
    [InlineData("request", "spontaneous", Outcome.NoBasis)]
    public void Who_may_ask_and_be_asked_need_not_tell_of_its_own_accord(string trigger, string roles, Outcome outcome)
    {
        var tells = $"kind: assistance, give: [info.files], modality: shall, trigger: {trigger}";
        var book = Of(Instrument("a", $"kind: party, status: full, roles: [{roles}]", Matter, tells));

        Assert.Equal(outcome, Law.Judge(book, Request with { Trigger = trigger }).Outcome);
    }

    private static ImmutableArray<string> DecidedBy(Participation participation, params string[] terms)
    {
        var step = new CoordinationStep
        {
            Instrument = "a",
            Authority = Asking,
            Kind = "widespread",
            Concerned = [Asking, Asked],
            AlertAt = Day,
            Does = "decline",
            At = Day,
        };
        var decision = Law.Judge(Of(Instrument("a", terms)).With(participation), step);
        Assert.Equal(Outcome.NoBasis, decision.Outcome);
        return decision.DecidedBy;
    }
}
