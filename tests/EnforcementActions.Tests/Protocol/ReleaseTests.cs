using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.Platform.Deadlines;
using static CaseCoordination.EnforcementActions.Tests.Protocol.Samples;

namespace CaseCoordination.EnforcementActions.Tests.Protocol;

public sealed class ReleaseTests
{
    private static readonly PassedDeadline AtRelease = new(ActionId, "release.1", DeadlineStage.Fail, Times.ReleaseAt);

    [Fact]
    public void Who_holds_the_order_releases_at_T0_and_not_a_tick_before()
    {
        IsNothing(PassActionClock.Decide(Holding(), AtRelease, Times.ReleaseAt.AddTicks(-1)));
        IsNothing(Orders.Release(Holding(), null, PassActionClock.Late, By("clock", Times.ReleaseAt.AddTicks(-1))));
        var happened = Happened(PassActionClock.Decide(Holding(), AtRelease, Times.ReleaseAt));
        Assert.Equal(
            new Release(1, Times.ReleaseAt, 0, false, false, null),
            Assert.IsType<ActionReleased>(happened[0]).Release
        );
        Assert.Equal("action.release", happened.OfType<ActionLetterWritten>().Single().Kind);
        IsNothing(PassActionClock.Decide(Holding().After(happened), AtRelease, Times.ReleaseAt));
    }

    [Theory]
    [InlineData(1000, false)]
    [InlineData(1001, true)]
    public void Late_is_marked_late(int behind, bool isLate)
    {
        var at = Times.ReleaseAt.AddMilliseconds(behind);
        var release = Holding().After(PassActionClock.Decide(Holding(), AtRelease, at)).Release!;
        Assert.Equal(((long)behind, isLate), (release.LateByMs, release.IsLate));
    }

    [Fact]
    public void After_the_window_only_a_person_releases()
    {
        var missed = Holding().After(PassActionClock.Decide(Holding(), AtRelease, Times.WindowEnd.AddTicks(1)));
        Assert.Equal((ActionStage.Missed, "missed"), (missed.Stage, missed.Own.Unreleased!));
        var release = missed
            .After(ReleaseByHand.Decide(missed, new(null), By(Approver, Times.WindowEnd.AddHours(1))))
            .Release!;
        Assert.Equal((1, true, true), (release.Number, release.IsLate, release.ByHand));
    }

    [Fact]
    public void What_was_stopped_does_not_go_out_by_itself_or_by_hand()
    {
        var aborted = Holding().Ordered(2, Standing.Aborted);
        Assert.Equal((ActionStage.Aborted, OrderEffect.Stopped), (aborted.Stage, aborted.Own.Receipt!.Effect));
        IsNothing(PassActionClock.Decide(aborted, AtRelease, Times.ReleaseAt));
        Assert.Equal("action-aborted", CodeOf(ReleaseByHand.Decide(aborted, new(null), By(Approver, Times.ReleaseAt))));
        var still = Holding().Ordered(2, Standing.Standstill);
        IsNothing(PassActionClock.Decide(still, AtRelease, Times.ReleaseAt));
        Assert.Equal("not-armed", CodeOf(ReleaseByHand.Decide(still, new(null), By(Approver, Times.ReleaseAt))));
    }

    [Fact]
    public void A_stop_after_the_cut_off_stops_nothing_and_says_so()
    {
        var told = Holding().Ordered(2, Standing.Aborted, Times.CutOff);
        Assert.Equal((OrderEffect.TooLate, true), (told.Own.Receipt!.Effect, told.WillRelease));
        Assert.Equal(1, told.After(PassActionClock.Decide(told, AtRelease, Times.ReleaseAt)).Release!.Number);
        var nothing = Received().Ordered(1, Standing.Aborted, Times.CutOff);
        Assert.Equal(OrderEffect.Stopped, nothing.Own.Receipt!.Effect);
    }

    [Fact]
    public void An_order_after_the_cut_off_is_not_held_but_a_person_may_follow_it()
    {
        var late = Received().Ready().Ordered(1, Standing.Armed, Times.CutOff);
        Assert.Equal((OrderEffect.TooLate, false), (late.Own.Receipt!.Effect, late.WillRelease));
        Assert.Equal("before-release", CodeOf(ReleaseByHand.Decide(late, new(null), By(Approver, Late))));
        var release = late.After(ReleaseByHand.Decide(late, new(null), By(Approver, Times.ReleaseAt))).Release!;
        Assert.True(release is { ByHand: true, IsLate: true });
    }

    [Fact]
    public void By_hand_nothing_is_added_to_what_goes_out_by_itself()
    {
        IsNothing(ReleaseByHand.Decide(Holding(), new(null), By(Approver, Times.ReleaseAt)));
        IsNothing(
            ReleaseByHand.Decide(Holding().Evolve(VoteTests.Released()), new(null), By(Approver, Times.ReleaseAt))
        );
        var open = Received().Ordered(1, Standing.Armed, Times.CutOff);
        Assert.Equal("not-ready", CodeOf(ReleaseByHand.Decide(open, new(null), By(Approver, Times.ReleaseAt))));
    }

    [Fact]
    public void After_the_cut_off_an_authority_withholds_its_own_measures_and_may_think_again()
    {
        var holding = Holding();
        Assert.Equal("before-cut-off", CodeOf(WithholdMeasures.Decide(holding, new("No."), By(Approver))));
        Assert.Equal("nothing-held", CodeOf(WithholdMeasures.Decide(Received(), new("No."), By(Approver, Late))));
        var released = holding.Evolve(VoteTests.Released());
        Assert.Equal("released-before", CodeOf(WithholdMeasures.Decide(released, new("No."), By(Approver, Late))));
        var withheld = holding.After(WithholdMeasures.Decide(holding, new("No."), By(Approver, Late)));
        IsNothing(WithholdMeasures.Decide(withheld, new("No."), By(Approver, Late)));
        IsNothing(PassActionClock.Decide(withheld, AtRelease, Times.ReleaseAt));
        Assert.Equal(ActionStage.Withheld, withheld.Stage);
        var after = withheld.After(ReleaseByHand.Decide(withheld, new(null), By(Approver, Times.ReleaseAt)));
        Assert.True(after.Release!.ByHand);
        Assert.Null(after.Own.Unreleased);
    }

    [Fact]
    public void The_clocks_that_run_are_those_of_who_is_awaited_the_cut_off_and_T0()
    {
        Assert.Equal(["ready.1.XA-SMA", "ready.1.MSA-FMA", "ready.1.XB-DAC", "cut-off.1"], KeysOf(Proposed()));
        Assert.Equal(["ready.1.MSA-FMA", "cut-off.1"], KeysOf(Received()));
        Assert.Equal(["cut-off.1", "release.1"], KeysOf(Holding()));
        Assert.Empty(KeysOf(Draft()));
        Assert.Empty(KeysOf(Holding().Ordered(2, Standing.Aborted)));
    }

    [Fact]
    public void A_clock_warns_then_fails_and_the_cut_off_passes_once()
    {
        var file = Received();
        var warn = new PassedDeadline(ActionId, "ready.1.MSA-FMA", DeadlineStage.Warn, Noon.AddHours(1.5));
        IsNothing(PassActionClock.Decide(file, warn, Noon.AddHours(1)));
        var warned = file.After(PassActionClock.Decide(file, warn, Noon.AddHours(1.5)));
        IsNothing(PassActionClock.Decide(warned, warn, Noon.AddHours(1.6)));
        var fail = warn with { Stage = DeadlineStage.Fail };
        Assert.IsType<ActionClockFailed>(Happened(PassActionClock.Decide(warned, fail, Times.ReadyBy)).Single());
        var cutOff = new PassedDeadline(ActionId, "cut-off.1", DeadlineStage.Fail, Times.CutOff);
        var lapsed = file.After(PassActionClock.Decide(file, cutOff, Times.CutOff));
        Assert.Equal(ActionStage.Lapsed, lapsed.Stage);
        IsNothing(PassActionClock.Decide(lapsed, cutOff, Late));
    }

    private static IEnumerable<string> KeysOf(CoordinatedAction file) =>
        PassActionClock
            .Running(file)
            .Select(d => d.Key)
            .Where(key => key.Split('.')[0] is "ready" or "cut-off" or "release");
}
