using static CaseCoordination.TreatyLaw.Tests.SmallBook;

namespace CaseCoordination.TreatyLaw.Tests.Decisions;

/// <summary>Steps in a coordinated action.</summary>
public sealed class CoordinationTests
{
    private const string Declines =
        "kind: ground, effect: permits-refusal, for: [coordination.take-part], when: negligible-impact";
    private const string Inform = "kind: duty, when: decline, do: [notify-commission]";
    private const string Lead =
        "kind: coordination, coordinator: one-authority-else-Commission, duties: [commission-coordinates]";
    private const string Joins = "kind: coordination, join: shall-when-concerned, duties: [shall-join]";
    private const string Power = "kind: assistance, give: [interim.measures], modality: may, trigger: coordination";
    private const string Freeze = "kind: assistance, give: [freeze.assets], modality: shall, trigger: request";

    private static readonly CoordinationStep Step = new()
    {
        Instrument = "a",
        Kind = "widespread",
        Concerned = [Asking, Asked],
        AlertAt = Day,
        Authority = Asking,
        At = Day,
        Does = "decline",
        Facts = Facts.None.With("negligible-impact", Tri.Yes),
    };

    [Fact]
    public void An_authority_that_takes_no_part_has_no_basis_and_is_told_who_does()
    {
        var step = Step with { Authority = "CC-TRE", Does = "ask-measure", Measure = "interim.measures" };

        var decision = Judge(step, Party, Power);

        Assert.Equal((Outcome.NoBasis, "none"), (decision.Outcome, decision.Basis));
        Assert.Equal(["a.1"], decision.DecidedBy);
        Assert.Equal(["interim.measures"], decision.NotGiven);
        Assert.Equal(["suggest-other-basis", "keep-approach-confidential"], decision.Duties);
    }

    [Fact]
    public void Under_an_instrument_that_nobody_knows_there_is_no_basis()
    {
        var decision = Law.Judge(Of(), Step);

        Assert.Equal((Outcome.NoBasis, "none"), (decision.Outcome, decision.Basis));
    }

    [Fact]
    public void One_that_may_decline_does_what_the_ground_and_the_text_on_declining_say()
    {
        var decision = Judge(Step, Party, Declines + ", procedure: [give-reasons]", Inform);

        Assert.Equal(Outcome.Grant, decision.Outcome);
        Assert.Equal(["a.1", "a.2", "a.3"], decision.DecidedBy);
        Assert.Equal(["give-reasons", "notify-commission"], decision.Duties);
    }

    [Fact]
    public void A_text_on_declining_that_does_not_apply_on_the_day_is_left_out()
    {
        var decision = Judge(Step, Party, Declines, Inform + ", effective: {to: \"2026-03-02\"}");

        Assert.Equal(["a.1", "a.2"], decision.DecidedBy);
        Assert.Empty(decision.Duties);
    }

    [Fact]
    public void A_ground_that_its_exception_lifts_permits_no_declining_and_is_named()
    {
        var step = Step with { Facts = Step.Facts.With("security", Tri.Yes) };

        var decision = Judge(step, Party, Declines + ", unless: security", Joins);

        Assert.Equal(Outcome.Blocked, decision.Outcome);
        Assert.Equal(["a.1", "a.2", "a.3"], decision.DecidedBy);
        Assert.Equal(["shall-join"], decision.Duties);
    }

    [Theory]
    [InlineData("administrative", Outcome.Grant)]
    [InlineData("criminal", Outcome.Blocked)]
    public void A_coordinated_action_is_an_administrative_procedure(string procedure, Outcome outcome) =>
        Assert.Equal(outcome, Judge(Step, Party, $"{Declines}, onlyFor: {{procedure: [{procedure}]}}").Outcome);

    [Theory]
    [InlineData(Tri.Yes, Outcome.Grant, "")]
    [InlineData(Tri.No, Outcome.Grant, "commission-coordinates")]
    public void A_coordinator_on_whom_all_agree_leads_or_else_the_Commission(Tri agreed, Outcome outcome, string duties)
    {
        var decision = Judge(Designate(agreed), Party, Lead);

        Assert.Equal(outcome, decision.Outcome);
        Assert.Equal(["a.1", "a.2"], decision.DecidedBy);
        Assert.Equal(duties, string.Join(' ', decision.Duties));
    }

    [Fact]
    public void Whether_all_agree_on_a_coordinator_is_asked()
    {
        var decision = Judge(Designate(Tri.Unknown), Party, Lead);

        Assert.Equal((Outcome.PendingFacts, "a"), (decision.Outcome, decision.Basis));
        Assert.Equal(["a.2"], decision.Unknown);
        Assert.Equal(["coordinator-agreed"], decision.Ask);
        Assert.Contains("a Art. 2", decision.Citations.Select(cite => cite.Text));
    }

    [Fact]
    public void A_text_without_rules_on_coordinators_or_on_joining_carries_neither()
    {
        var led = Judge(Designate(Tri.Yes), Party, Joins);
        var joined = Judge(Step with { Does = "becomes-concerned" }, Party, Lead);

        Assert.Equal(Outcome.NoBasis, led.Outcome);
        Assert.Equal(["a.1", "a.2"], led.DecidedBy);
        Assert.Equal(Outcome.NoBasis, joined.Outcome);
        Assert.Equal(["a.1", "a.2"], joined.DecidedBy);
    }

    [Fact]
    public void A_measure_is_taken_under_a_power_for_coordinated_action_that_applies_on_the_day()
    {
        var freeze = Step with { Does = "ask-measure", Measure = "freeze.assets" };
        var interim = freeze with { Measure = "interim.measures" };

        Assert.Equal(["interim.measures"], Judge(interim, Party, Power).Given);
        Assert.Equal(Outcome.NoBasis, Judge(interim, Party, Power + ", effective: {to: \"2026-03-02\"}").Outcome);
        Assert.Equal(Outcome.NoBasis, Judge(freeze, Party, Power, Freeze).Outcome);
    }

    private static CoordinationStep Designate(Tri agreed) =>
        Step with
        {
            Does = "designate-coordinator",
            Facts = Facts.None.With("coordinator-agreed", agreed),
        };

    private static Decision Judge(CoordinationStep step, params string[] terms) =>
        Law.Judge(Of(Instrument("a", terms)), step);
}
