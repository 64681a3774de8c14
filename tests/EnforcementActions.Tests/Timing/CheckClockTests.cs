using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Tests.Board;
using static CaseCoordination.EnforcementActions.Tests.Board.Trio;

namespace CaseCoordination.EnforcementActions.Tests.Timing;

public sealed class CheckClockTests
{
    private static readonly ClockReading Later = new(3, 1, "ntp", "good", Noon.AddMinutes(5));
    private static readonly ClockReading Off = new(2500, 1, "ntp", "bad", Noon.AddMinutes(6));

    [Fact]
    public void An_armed_file_keeps_the_clock_once_for_its_order()
    {
        var trio = Armed();
        Check(trio, Later);
        Assert.Equal((Later, trio.File(Partner).Held), (trio.File(Partner).Clock, trio.File(Partner).ClockCheckedFor));
        Assert.IsType<Unchanged<ActionEvent>>(Decide(trio, Later with { At = Noon.AddMinutes(7) }));
    }

    [Fact]
    public void A_clock_that_turns_bad_before_T_0_is_kept()
    {
        var trio = Armed();
        Check(trio, Later);
        Check(trio, Off);
        Assert.Equal(Off, trio.File(Partner).Clock);
        Assert.Contains(trio.Board(Partner).Ball, l => l is { Who: Partner, Why: "clock-bad" });
    }

    [Fact]
    public void Only_who_called_a_clock_bad_calls_it_good_again()
    {
        var trio = Armed();
        Check(trio, Off);
        Assert.IsType<Unchanged<ActionEvent>>(Decide(trio, Later));
        Check(trio, Later, Off);
        Assert.Equal(Later, trio.File(Partner).Clock);
    }

    [Fact]
    public void A_file_that_is_not_armed_keeps_nothing() =>
        Assert.IsType<Unchanged<ActionEvent>>(Decide(Proposed().Ready(Partner), Off));

    [Fact]
    public void A_vote_and_a_release_carry_the_clock_onto_the_file()
    {
        var trio = Proposed().Ready(Partner);
        Assert.Equal(GoodClock, trio.File(Partner).Clock);
        trio = Armed();
        trio.Now = ReleaseAt;
        trio.Act(Partner, (f, t) => Orders.Release(f, Off, PassActionClock.Late, t));
        Assert.Equal(Off, trio.File(Partner).Clock);
    }

    private static Decision<ActionEvent> Decide(Trio trio, ClockReading reading, ClockReading? kept = null) =>
        CheckClock.Decide(trio.File(Partner), new CheckClock(reading, kept), trio.TurnOf(Partner));

    private static void Check(Trio trio, ClockReading reading, ClockReading? kept = null) =>
        trio.Act(Partner, (f, t) => CheckClock.Decide(f, new CheckClock(reading, kept), t));
}
