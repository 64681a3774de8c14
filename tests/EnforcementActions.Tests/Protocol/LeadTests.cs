using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Inbound;
using static CaseCoordination.EnforcementActions.Tests.Protocol.Samples;

namespace CaseCoordination.EnforcementActions.Tests.Protocol;

public sealed class LeadTests
{
    [Fact]
    public void A_plan_is_drafted_once()
    {
        var again = new DraftAction(ActionId, Lead, "XA-ACT-2026-0002", ActionId, ThePlan, [], []);
        Assert.Equal((ActionStage.Draft, 1), (Draft().Stage, Draft().Plan.Version));
        IsNothing(DraftAction.Decide(Draft(), again, By(Officer)));
    }

    [Fact]
    public void Everybody_else_gets_the_proposal_and_a_board()
    {
        var letters = Happened(ProposeAction.Decide(Draft(), By(Approver))).OfType<ActionLetterWritten>().ToList();
        Assert.Equal(
            [
                (Partner, "action.proposal"),
                (Third, "action.proposal"),
                (Partner, "action.board"),
                (Third, "action.board"),
            ],
            letters.Select(l => (l.To, l.Kind))
        );
        Assert.Equal(letters.Count, letters.Select(l => l.LetterId).Distinct().Count());
        IsNothing(ProposeAction.Decide(Proposed(), By(Approver)));
    }

    [Fact]
    public void A_proposal_comes_before_its_times_and_from_the_lead()
    {
        Assert.Equal("schedule-passed", CodeOf(ProposeAction.Decide(Draft(), By(Approver, Times.ReadyBy))));
        Assert.Equal("not-the-lead", CodeOf(ProposeAction.Decide(Received(), By(Approver))));
        Assert.Equal("not-the-lead", CodeOf(RevisePlan.Decide(Received(), new(ThePlan), By(Officer))));
        Assert.Equal("not-the-lead", CodeOf(AbortAction.Decide(Received(), new("Off."), By(Approver))));
    }

    [Fact]
    public void The_action_is_armed_when_the_last_one_is_ready_and_the_lead_holds_its_own_order()
    {
        var armed = Armed();
        Assert.Equal((ActionStage.Armed, 1, true), (armed.Stage, armed.Held!.Value, armed.WillRelease));
        Assert.All(armed.Stands.Values, s => Assert.Equal(OrderEffect.Held, s.Receipt!.Effect));
    }

    [Fact]
    public void Nothing_is_armed_after_the_cut_off()
    {
        var lead = Proposed().Ready().Reads(LastLetter(Received().Titled(), Word(Readiness.Ready), Partner), Early);
        var last = LastLetter(Received(Third).Titled(), Word(Readiness.Ready), Third);
        Assert.Equal(1, lead.Reads(last, Times.CutOff.AddTicks(-1)).Order?.Number);
        Assert.Null(lead.Reads(last, Times.CutOff).Order);
    }

    [Fact]
    public void A_quorum_is_armed_while_others_are_open_and_who_comes_later_gets_an_order_of_its_own()
    {
        var lead = Proposed(ThePlan with { Rule = new(DecisionRule.ByQuorum, 1, [Lead]) }).Ready();
        Assert.Equal(1, lead.Order?.Number);
        var plan = lead.Plan;
        var late = LastLetter(Received(Partner, plan).Titled(), Word(Readiness.Ready), Partner);
        var given = Happened(ReadActionLetter.Decide(lead, late, Intake(Early))).OfType<OrderGiven>().Single();
        Assert.Equal((2, Standing.Armed), (given.Order.Number, given.Order.Standing));
        Assert.Equal([Partner], given.To);
    }

    [Fact]
    public void A_hold_makes_everybody_stand_still_and_its_lifting_arms_everybody_anew()
    {
        var partner = Received().Ready();
        var hold = LastLetter(partner, Word(Readiness.Hold), Partner);
        var still = Armed().Reads(hold, Early);
        Assert.Equal(
            (2, Standing.Standstill, "hold:MSA-FMA"),
            (still.Order!.Number, still.Order.Standing, still.Order.Reason!)
        );
        Assert.Equal(ActionStage.Standstill, still.Stage);
        Assert.Null(still.Held);
        Assert.Equal(OrderEffect.Unconfirmed, still.Stands[Third].Receipt!.Effect);

        var lifted = LastLetter(partner.Says(Readiness.Hold), Word(Readiness.Ready), Partner);
        var again = Happened(ReadActionLetter.Decide(still, lifted, Intake(Early))).OfType<OrderGiven>().Single();
        Assert.Equal((3, Standing.Armed), (again.Order.Number, again.Order.Standing));
        Assert.Equal([Lead, Partner, Third], again.To);
    }

    [Fact]
    public void After_a_release_by_a_fast_clock_others_are_still_stopped_and_nobody_is_sent_after_it()
    {
        var early = Armed().Evolve(new ReleaseTold(Third, VoteTests.Released().Release, null, Guid.Empty, Early));
        var partner = Received().Ready();
        var still = early.Reads(LastLetter(partner, Word(Readiness.Hold), Partner), Early);
        Assert.Equal(Standing.Standstill, still.Order!.Standing);
        var lifted = LastLetter(partner.Says(Readiness.Hold), Word(Readiness.Ready), Partner);
        Assert.Equal(2, still.Reads(lifted, Early).Order!.Number);
    }

    [Fact]
    public void An_abort_reaches_everybody_and_is_the_last_order()
    {
        var armed = Armed();
        var happened = Happened(AbortAction.Decide(armed, new("Leaked."), By(Approver)));
        Assert.Equal(
            [Partner, Third],
            happened.OfType<ActionLetterWritten>().Where(l => l.Kind == "action.order").Select(l => l.To)
        );
        var aborted = armed.After(happened);
        Assert.Equal(ActionStage.Aborted, aborted.Stage);
        Assert.Null(aborted.Held);
        IsNothing(AbortAction.Decide(aborted, new("Again."), By(Approver)));
        Assert.Equal("action-aborted", CodeOf(ProposeAction.Decide(aborted, By(Approver))));
        Assert.Equal("action-aborted", CodeOf(RevisePlan.Decide(aborted, new(ThePlan), By(Officer))));
    }

    [Fact]
    public void What_is_armed_is_not_aborted_after_the_cut_off_and_what_is_out_not_at_all()
    {
        Assert.Equal("cut-off-passed", CodeOf(AbortAction.Decide(Armed(), new("Off."), By(Approver, Times.CutOff))));
        var told = Armed().Evolve(new ReleaseTold(Third, VoteTests.Released().Release, null, Guid.Empty, Late));
        Assert.Equal("released-before", CodeOf(AbortAction.Decide(told, new("Off."), By(Approver, Late))));
        Assert.Equal(Standing.Aborted, told.After(AbortAction.Decide(told, new("Off."), By(Approver))).Order!.Standing);
        Assert.Equal("released-before", CodeOf(RevisePlan.Decide(told, new(ThePlan), By(Officer))));
    }

    [Theory]
    [InlineData(OrderEffect.Held)]
    [InlineData(OrderEffect.TooLate)]
    public void A_plan_does_not_change_under_an_order(OrderEffect effect)
    {
        var partner = Received().Ready();
        var still = Armed().Reads(LastLetter(partner, Word(Readiness.Hold), Partner), Early);
        Assert.Equal("orders-out", CodeOf(RevisePlan.Decide(still, new(ThePlan), By(Officer))));
        var stopped = still.Answered(Partner, OrderEffect.Stopped);
        Assert.Equal(
            "orders-out",
            CodeOf(RevisePlan.Decide(stopped.Answered(Third, effect), new(ThePlan), By(Officer, Late)))
        );
        var revised = stopped.Answered(Third, OrderEffect.Stopped);
        Assert.Equal(2, revised.After(RevisePlan.Decide(revised, new(ThePlan), By(Officer))).Plan.Version);
    }

    [Fact]
    public void Who_was_dropped_learns_that_and_nothing_of_what_is_planned()
    {
        var lead = Proposed();
        var without = ThePlan with { Participants = ThePlan.Participants[..2], Measures = ThePlan.Measures[..2] };
        var revised = lead.After(RevisePlan.Decide(lead, new(without), By(Officer)));
        var letters = Happened(ProposeAction.Decide(revised, By(Approver))).OfType<ActionLetterWritten>().ToList();
        Assert.Equal("action.proposal", letters.Single(l => l.To == Third).Kind);
        Assert.DoesNotContain(
            "Delta Derivatives",
            letters.Single(l => l.To == Third).Content,
            StringComparison.Ordinal
        );
        var dropped = Received(Third).Reads(Arriving(letters.Single(l => l.To == Third), Lead), Early);
        Assert.Equal((2, false), (dropped.Plan.Version, dropped.Plan.Names(Third)));
    }

    [Fact]
    public void A_file_is_concluded_when_nothing_can_happen_any_more()
    {
        Assert.Equal("still-armed", CodeOf(ConcludeAction.Decide(Armed(), new("Done."), By(Approver))));
        Assert.Equal("still-open", CodeOf(ConcludeAction.Decide(Proposed(), new("Done."), By(Approver))));
        Assert.Equal("still-open", CodeOf(ConcludeAction.Decide(Received().Ready(), new("Done."), By(Approver))));
        var declined = Received().Says(Readiness.Declined);
        var concluded = declined.After(ConcludeAction.Decide(declined, new("Not ours."), By(Approver)));
        Assert.Equal(ActionStage.Concluded, concluded.Stage);
        IsNothing(ConcludeAction.Decide(concluded, new("Again."), By(Approver)));
        Assert.Equal(OrderEffect.NotReady, concluded.Ordered(1, Standing.Armed).Own.Receipt!.Effect);
    }

    [Fact]
    public void After_its_conclusion_a_file_takes_no_act()
    {
        var done = Proposed().Evolve(new ActionConcluded("Done.", Approver, Early));
        Assert.Equal("action-concluded", CodeOf(RevisePlan.Decide(done, new(ThePlan), By(Officer))));
        Assert.Equal("action-concluded", CodeOf(AbortAction.Decide(done, new("Off."), By(Approver))));
        Assert.Equal("action-concluded", CodeOf(ReleaseByHand.Decide(done, new(null), By(Approver, Late))));
        Assert.Equal("action-concluded", CodeOf(ProposeAction.Decide(done, By(Approver))));
    }
}
