using CaseCoordination.Correspondence.Domain;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Tests.Asking;

/// <summary>Who may decline on what ground, who has to join, and which measures an instrument holds.</summary>
public sealed class ActionLawTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly CoordinatedAction Proposed = new()
    {
        Authority = "XB-DAC",
        Lead = "XA-SMA",
        Proposed = 1,
        Basis = new Basis("GRANT", "test-mou", "1", ["T §3"]),
        Plan = Plan.None with
        {
            Version = 1,
            Instrument = "test-pact",
            Matter = new Matter("manipulation", "derivatives", "yes"),
            Assistance = ["info.files"],
            Participants = [new("MSA-FMA", false, []), new("XA-SMA", false, []), new("XB-DAC", false, [])],
            Measures = [new("m1", "XB-DAC", MeasureKinds.Takedown, [], "order", null, null, [])],
        },
    };

    private static readonly CoordinatedAction UnderMemorandum = Proposed with
    {
        Plan = Proposed.Plan with { Instrument = "test-mou" },
    };

    [Theory]
    [InlineData("negligible-impact", "P §9")]
    [InlineData("proceedings", "P §10")]
    public void Rules_on_acting_together_permit_their_own_grounds(string ground, string citation)
    {
        var permission = May(Proposed, ground);
        Assert.True(permission.IsOffered, permission.Explanation);
        Assert.Contains(citation, permission.Citations);
    }

    [Fact]
    public void A_ground_that_the_rules_do_not_name_is_refused_with_what_is_still_open()
    {
        var permission = May(Proposed, "public-or-national-interest");
        Assert.False(permission.IsOffered);
        Assert.Contains("negligible-impact", permission.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ground_is_not_carried_by_another_that_was_stated_besides()
    {
        var stated = new Dictionary<string, string>(StringComparer.Ordinal) { ["negligible-impact"] = "yes" };
        Assert.False(ActionLaw.MayDecline(SmallLaw.Book, Proposed, "security", stated, Today).IsOffered);
    }

    [Theory]
    [InlineData("public-or-national-interest", true)]
    [InlineData("violates-domestic-law", true)]
    [InlineData("negligible-impact", false)]
    [InlineData("sanctions", false)]
    [InlineData("enforcement", false)]
    [InlineData("commitments", false)]
    public void Without_such_rules_the_basis_of_the_proposal_decides(string ground, bool isOffered) =>
        Assert.Equal(isOffered, May(UnderMemorandum, ground).IsOffered);

    [Fact]
    public void An_authority_that_is_not_party_to_the_instrument_falls_back_on_the_basis()
    {
        var stranger = Proposed with { Authority = "MSB-KNA" };
        Assert.False(May(stranger, "negligible-impact").IsOffered);
    }

    [Fact]
    public void Without_a_basis_nothing_is_permitted() =>
        Assert.False(May(UnderMemorandum with { Basis = null }, "violates-domestic-law").IsOffered);

    [Fact]
    public void Who_comes_in_after_the_proposal_joins_and_the_others_stay_as_they_were()
    {
        var before = Proposed with
        {
            Plan = Proposed.Plan with
            {
                Participants = [new("MSA-FMA", false, ["as it was"]), new("XA-SMA", false, [])],
            },
        };
        var plan = ActionLaw.WithJoiners(SmallLaw.Book, before, Proposed.Plan, Today);
        Assert.Equal(["as it was"], plan.Participants.Single(p => p.Authority == "MSA-FMA").Citations);
        var joiner = plan.Participants.Single(p => p.Authority == "XB-DAC");
        Assert.True(joiner.MustJoin);
        Assert.Contains("P §6", joiner.Citations);
    }

    [Fact]
    public void Nobody_has_to_join_a_draft_or_an_action_without_such_rules()
    {
        var alone = Proposed.Plan with { Participants = [new("XA-SMA", false, [])] };
        foreach (
            var file in new[] { Proposed with { Proposed = 0, Plan = alone }, UnderMemorandum with { Plan = alone } }
        )
        {
            var plan = file.Proposed == 0 ? Proposed.Plan : UnderMemorandum.Plan;
            Assert.DoesNotContain(
                ActionLaw.WithJoiners(SmallLaw.Book, file, plan, Today).Participants,
                p => p.MustJoin
            );
        }
    }

    [Fact]
    public void An_instrument_with_powers_holds_a_measure_and_another_says_nothing_of_it()
    {
        var plan = Proposed.Plan;
        Assert.True(ActionLaw.OfMeasure(SmallLaw.Book, plan, plan.Measures[0], Today)!.Permits);
        var stranger = plan.Measures[0] with { Authority = "MSB-KNA" };
        Assert.False(ActionLaw.OfMeasure(SmallLaw.Book, plan, stranger, Today)!.Permits);
        Assert.Null(ActionLaw.OfMeasure(SmallLaw.Book, UnderMemorandum.Plan, plan.Measures[0], Today));
    }

    private static GroundPermission May(CoordinatedAction file, string ground) =>
        ActionLaw.MayDecline(SmallLaw.Book, file, ground, null, Today);
}
