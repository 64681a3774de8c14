using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Board;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Letters;
using CaseCoordination.EnforcementActions.Actions.Questions;
using CaseCoordination.Platform.Deadlines;
using static CaseCoordination.EnforcementActions.Tests.Board.Trio;

namespace CaseCoordination.EnforcementActions.Tests.Board;

public sealed class BoardTests
{
    [Fact]
    public void A_draft_waits_for_its_lead()
    {
        var trio = new Trio().Draft();
        var line = Assert.Single(trio.Board(Lead).Ball);
        Assert.Equal(new BallLine(Lead, "propose", "not-proposed", null, Noon, ReadyBy, "running", Blocks: true), line);
    }

    [Fact]
    public void A_vote_that_is_missing_blocks_arming_until_it_is_there()
    {
        var trio = Proposed();
        Assert.Equal(
            [(Partner, true), (Lead, true), (Other, true)],
            Of(trio, Lead, "vote").Select(l => (l.Who, l.Blocks)).OrderBy(l => l.Who, StringComparer.Ordinal)
        );
        Assert.All(
            Of(trio, Lead, "vote"),
            l => Assert.Equal((Noon, ReadyBy, "running"), (l.Since, l.DueAt!.Value, l.State))
        );
        trio.Ready(Partner).Carry();
        Assert.DoesNotContain(Partner, Of(trio, Lead, "vote").Select(l => l.Who));
        Assert.DoesNotContain(Partner, Of(trio, Other, "vote").Select(l => l.Who));
        Assert.False(trio.Board(Lead).IsRuleMet);
    }

    [Fact]
    public void A_vote_nobody_needs_blocks_nothing()
    {
        var trio = Proposed(new DecisionRule(DecisionRule.ByQuorum, 2, [Lead])).Ready(Lead).Ready(Partner).Carry();
        Assert.True(trio.Board(Lead).IsRuleMet);
        Assert.Equal([(Other, false)], Of(trio, Lead, "vote").Select(l => (l.Who, l.Blocks)));
    }

    [Fact]
    public void An_essential_vote_blocks_although_enough_are_ready()
    {
        var trio = Proposed(new DecisionRule(DecisionRule.ByQuorum, 2, [Other])).Ready(Lead).Ready(Partner).Carry();
        Assert.Equal([(Other, true)], Of(trio, Lead, "vote").Select(l => (l.Who, l.Blocks)));
        Assert.True(RowOf(trio, Lead, Other).IsEssential);
    }

    [Fact]
    public void A_vote_is_late_and_then_overdue_by_its_own_clock()
    {
        var trio = Proposed();
        Pass(trio, Lead, $"ready.1.{Other}", DeadlineStage.Warn, ReadyBy.AddMinutes(-15));
        Assert.Equal(["late"], Of(trio, Lead, "vote").Where(l => l.Who == Other).Select(l => l.State));
        Pass(trio, Lead, $"ready.1.{Other}", DeadlineStage.Fail, ReadyBy);
        Assert.Equal(["overdue"], Of(trio, Lead, "vote").Where(l => l.Who == Other).Select(l => l.State));
        Assert.Equal(["running"], Of(trio, Other, "vote").Where(l => l.Who == Other).Select(l => l.State));
    }

    [Fact]
    public void A_title_that_is_missing_is_the_authority_s_own_business()
    {
        var trio = Proposed();
        Assert.Equal([(Partner, "m2")], Of(trio, Partner, "record-title").Select(l => (l.Who, l.About)));
        Assert.Equal([(Lead, "m1")], Of(trio, Lead, "record-title").Select(l => (l.Who, l.About)));
        trio.Titles(Partner);
        Assert.Empty(Of(trio, Partner, "record-title"));
    }

    [Fact]
    public void A_hold_blocks_and_names_who_holds_without_saying_why()
    {
        var trio = Armed().Vote(Other, Readiness.Hold).Carry();
        foreach (var reader in (string[])[Lead, Partner, Other])
        {
            Assert.Equal([(Other, true)], Of(trio, reader, "lift-hold").Select(l => (l.Who, l.Blocks)));
            Assert.Equal(
                [(Lead, "stopped"), (Partner, "stopped"), (Other, "stopped")],
                ((string[])[Lead, Partner, Other]).Select(code => (code, RowOf(trio, reader, code).OrderEffect!))
            );
        }

        Assert.DoesNotContain(
            "because",
            System.Text.Json.JsonSerializer.Serialize(trio.Board(Lead)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_rule_that_cannot_be_met_any_more_gives_the_lead_the_ball()
    {
        var rule = new DecisionRule(DecisionRule.ByQuorum, 3, []);
        var trio = Proposed(rule)
            .Ready(Lead)
            .Ready(Partner)
            .Vote(Other, Readiness.Declined, "negligible-impact")
            .Carry();
        Assert.Equal([(Lead, "rule-not-met", true)], Of(trio, Lead, "revise").Select(l => (l.Who, l.Why, l.Blocks)));
        Assert.Equal("negligible-impact", RowOf(trio, Partner, Other).Ground);
    }

    [Fact]
    public void An_order_blocks_until_it_is_confirmed_and_then_waits_for_T_0()
    {
        var trio = Proposed()
            .Ready(Lead)
            .Ready(Partner)
            .Ready(Other)
            .Carry(l => l.Kind != ActionLetterKinds.OrderReceipt);
        Assert.Equal(
            [(Other, "unconfirmed"), (Partner, "unconfirmed")],
            Of(trio, Lead, "confirm-order")
                .Select(l => (l.Who, RowOf(trio, Lead, l.Who).OrderEffect!))
                .OrderByDescending(l => l.Who, StringComparer.Ordinal)
        );
        Assert.All(Of(trio, Lead, "confirm-order"), l => Assert.True(l is { Blocks: true, State: "running" }));
        Pass(trio, Lead, "cut-off.1", DeadlineStage.Fail, CutOff);
        Assert.All(Of(trio, Lead, "confirm-order"), l => Assert.Equal("overdue", l.State));
        trio.Carry();
        Assert.Empty(Of(trio, Lead, "confirm-order"));
        Assert.Equal(3, Of(trio, Lead, "release").Count());
        Assert.All(Of(trio, Lead, "release"), l => Assert.Equal((ReleaseAt, false), (l.DueAt!.Value, l.Blocks)));
        Assert.Equal(("armed", 1, "armed"), StateOf(trio, Lead));
    }

    [Fact]
    public void An_abort_is_shown_for_each_as_what_it_is()
    {
        var trio = Armed().Abort().Carry(l => l.To != Other);
        Assert.Equal("stopped", RowOf(trio, Lead, Partner).OrderEffect);
        Assert.Equal("unconfirmed", RowOf(trio, Lead, Other).OrderEffect);
        Assert.Equal([(Other, "stop-unconfirmed")], Of(trio, Lead, "confirm-stop").Select(l => (l.Who, l.Why)));
        trio.Now = CutOff.AddMinutes(1);
        trio.Carry();
        Assert.Equal("too-late", RowOf(trio, Lead, Other).OrderEffect);
        Assert.Equal([(Other, "stop-too-late")], Of(trio, Lead, "withhold").Select(l => (l.Who, l.Why)));
        Assert.Equal(("armed", 2, "aborted"), StateOf(trio, Other));
        Assert.True(trio.Board(Other).WillRelease);
    }

    [Fact]
    public void A_plan_that_was_not_armed_in_time_is_the_lead_s_to_revise()
    {
        var trio = Proposed();
        Pass(trio, Lead, "cut-off.1", DeadlineStage.Fail, CutOff);
        Assert.Equal(["cut-off-passed"], Of(trio, Lead, "revise").Select(l => l.Why));
        Assert.Empty(Of(trio, Lead, "vote"));
    }

    [Fact]
    public void A_letter_that_a_border_stopped_blocks_with_the_border_s_reason()
    {
        var trio = new Trio().Draft().Propose();
        var onItsWay = Of(trio, Lead, "take-delivery").ToList();
        Assert.Equal(
            [(Other, true), (Partner, true)],
            onItsWay.Select(l => (l.Who, l.Blocks)).OrderByDescending(l => l.Who, StringComparer.Ordinal)
        );
        var letter = trio.LastLetter(Lead, ActionLetterKinds.Proposal);
        trio.Move(Lead, letter, LetterSteps.Rejected, "not-permitted");
        Assert.Equal(
            [(Lead, "not-permitted", $"action.proposal to {letter.To}", "stopped", true)],
            Of(trio, Lead, "mend-letter").Select(l => (l.Who, l.Why, l.About!, l.State, l.Blocks))
        );
    }

    [Fact]
    public void A_letter_that_cannot_be_delivered_is_shown_as_failing()
    {
        var trio = Armed().Abort();
        var order = trio.LastLetter(Lead, ActionLetterKinds.Order);
        trio.Move(Lead, order, "delivery-failed");
        Assert.Equal(
            [(order.To, "letter-delivery-failed", "failed", false)],
            Of(trio, Lead, "take-delivery")
                .Where(l => l.About == $"action.order to {order.To}")
                .Select(l => (l.Who, l.Why, l.State, l.Blocks))
        );
    }

    [Fact]
    public void A_poor_clock_is_shown_to_everybody_long_before()
    {
        var trio = Proposed()
            .Ready(Partner, new ClockReading(5000, 2, "ntp", "bad", Noon))
            .Ready(Other, new ClockReading(null, null, "none", "unknown", Noon))
            .Ready(Lead)
            .Carry();
        foreach (var reader in (string[])[Lead, Partner, Other])
        {
            Assert.Equal(
                [(Other, "clock-unknown"), (Partner, "clock-bad")],
                Of(trio, reader, "check-clock")
                    .Select(l => (l.Who, l.Why))
                    .OrderByDescending(l => l.Who, StringComparer.Ordinal)
            );
            Assert.All(
                Of(trio, reader, "check-clock"),
                l => Assert.Equal((ReleaseAt, false), (l.DueAt!.Value, l.Blocks))
            );
        }

        Assert.Equal(("armed", 1, "armed"), StateOf(trio, Lead));
        var sheet = ActionSheet.Of(trio.File(Other), new(trio.Id, Other, 1, Noon));
        Assert.Equal(
            [(Partner, ReleaseAt), (Other, ReleaseAt)],
            sheet.Waits.Where(w => w.Awaits == "clock").Select(w => (w.On, w.DueAt!.Value))
        );
    }

    [Fact]
    public void After_T_0_the_board_shows_how_late_each_was_and_what_is_not_reported_yet()
    {
        var trio = Armed();
        trio.Now = ReleaseAt;
        trio.Ahead[Partner] = TimeSpan.FromSeconds(2);
        Release(trio, Lead);
        Release(trio, Partner);
        trio.Carry();
        Assert.Equal((0L, false), Lateness(trio, Lead));
        Assert.Equal((2000L, true), Lateness(trio, Partner));
        Assert.Equal([Other], Of(trio, Lead, "release").Select(l => l.Who));
        Assert.Equal(
            ["m1", "m2"],
            Of(trio, Other, "report-outcome").Select(l => l.About!).Order(StringComparer.Ordinal)
        );

        (long, bool) Lateness(Trio t, string code) =>
            RowOf(t, Other, code) is var row ? (row.LateByMs!.Value, row.IsLate!.Value) : default;
    }

    [Fact]
    public void Whoever_missed_T_0_can_only_act_by_hand()
    {
        var trio = Armed();
        trio.Now = ReleaseAt.AddHours(2);
        Release(trio, Partner);
        trio.Carry();
        Assert.Equal("missed", RowOf(trio, Lead, Partner).Unreleased);
        Assert.Equal([(Partner, "missed")], Of(trio, Lead, "release-by-hand").Select(l => (l.Who, l.Why)));
    }

    [Fact]
    public void A_concluded_action_waits_for_nobody()
    {
        var trio = Armed().Abort().Carry();
        Assert.Equal(["conclude"], trio.Board(Partner).Ball.Select(l => l.What));
        trio.Act(Partner, (f, t) => ConcludeAction.Decide(f, new ConcludeAction("Called off."), t));
        Assert.Empty(trio.Board(Partner).Ball);
    }

    [Fact]
    public void An_outline_tells_state_and_times_alone()
    {
        var board = Armed().Board(Lead);
        var outline = board.Outline();
        Assert.Equal(
            ("armed", true, board.CutOff, board.ReleaseAt),
            (outline.State, outline.IsOutline, outline.CutOff, outline.ReleaseAt)
        );
        Assert.Empty(outline.Participants);
        Assert.Empty(outline.Ball);
        Assert.Null(outline.Order);
    }

    [Fact]
    public void What_blocks_comes_first_and_then_the_longest_wait()
    {
        var trio = Proposed();
        trio.Now = Noon.AddMinutes(10);
        trio.Ready(Partner).Vote(Other, Readiness.Hold).Carry();
        var ball = trio.Board(Lead).Ball;
        Assert.Equal(ball.OrderByDescending(l => l.Blocks).ThenBy(l => l.Since), ball);
        Assert.Equal(["vote", "record-title"], ball.Take(2).Select(l => l.What));
    }

    private static void Release(Trio trio, string authority) =>
        trio.Act(authority, (f, t) => Orders.Release(f, GoodClock, PassActionClock.Late, t));

    private static void Pass(Trio trio, string authority, string key, DeadlineStage stage, DateTimeOffset at)
    {
        trio.Now = at;
        trio.Act(authority, (f, t) => PassActionClock.Decide(f, new PassedDeadline(trio.Id, key, stage, at), t.Now));
    }

    private static IEnumerable<BallLine> Of(Trio trio, string reader, string what) =>
        trio.Board(reader).Ball.Where(l => l.What == what);

    private static BoardRow RowOf(Trio trio, string reader, string authority) =>
        trio.Board(reader).Participants.Single(r => r.Authority == authority);

    private static (string State, int Order, string Standing) StateOf(Trio trio, string reader) =>
        trio.Board(reader) is { Order: { } order } board ? (board.State, order.Number, order.Standing) : default;
}
