using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Board;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Deconfliction.Domain;
using CaseCoordination.EnforcementActions.Disputes;
using CaseCoordination.EnforcementActions.Statements;
using static CaseCoordination.EnforcementActions.Tests.Parts;

namespace CaseCoordination.EnforcementActions.Tests.Board;

/// <summary>Who has the ball on the joint statement, on disputes and on other measures against the same targets.</summary>
public sealed class PartsOnBoardTests
{
    private static readonly DateTimeOffset CutOff = ThePlan.Schedule.CutOff;
    private static readonly DateTimeOffset Embargo = ThePlan.Statement!.EmbargoUntil;

    [Fact]
    public void The_lead_sees_whose_word_on_the_statement_is_missing_and_a_participant_its_own()
    {
        var parts = Armed();
        Agree(parts, Lead, true);
        Assert.Equal([Second, Third], Of(parts, Lead, "agree-statement").Select(l => l.Who));
        Assert.Equal(
            new BallLine(Third, "agree-statement", "agreement-missing", null, Noon, Embargo, "running", Blocks: false),
            Assert.Single(Of(parts, Third, "agree-statement"))
        );
    }

    [Fact]
    public void An_objection_is_the_lead_s_to_settle()
    {
        var parts = Armed();
        Agree(parts, Third, false);
        parts.Deliver();
        Assert.Equal(
            new BallLine(
                Lead,
                "settle-statement",
                "statement-objected",
                Third,
                Noon,
                Embargo,
                "running",
                Blocks: false
            ),
            Assert.Single(Of(parts, Lead, "settle-statement"))
        );
        Assert.Single(Of(parts, Third, "settle-statement"));
        Assert.Empty(Of(parts, Second, "settle-statement"));
    }

    [Fact]
    public void What_all_agreed_to_is_ordered_at_the_cut_off_waits_for_its_embargo_and_is_gone_when_it_is_out()
    {
        var parts = Armed();
        foreach (var authority in All)
        {
            Agree(parts, authority, true);
        }

        parts.Deliver();
        Assert.Equal(
            new BallLine(Lead, "order-publication", "agreed", null, Noon, CutOff, "running", Blocks: false),
            Assert.Single(Of(parts, Lead, "order-publication"))
        );
        Pass(parts, 20);
        Assert.Empty(Of(parts, Lead, "order-publication"));
        foreach (var authority in All)
        {
            var line = new BallLine(authority, "publish", "embargo", null, CutOff, Embargo, "running", Blocks: false);
            Assert.Equal(line, Assert.Single(Of(parts, authority, "publish")));
        }

        Pass(parts, 30, 60);
        Assert.All(All, a => Assert.Empty(Of(parts, a, "publish")));
    }

    [Fact]
    public void By_decision_the_lead_owes_it_from_the_cut_off_on()
    {
        var statement = ThePlan.Statement! with { Mode = PlannedStatement.ByDecision };
        var parts = Armed(ThePlan with { Statement = statement });
        Assert.Empty(Of(parts, Lead, "decide-publication"));
        Pass(parts, 20);
        Assert.Equal(
            new BallLine(
                Lead,
                "decide-publication",
                "decision-missing",
                null,
                CutOff,
                Embargo,
                "running",
                Blocks: false
            ),
            Assert.Single(Of(parts, Lead, "decide-publication"))
        );
        Assert.Empty(Of(parts, Second, "decide-publication"));
        parts.Do(Lead, (f, t) => DecidePublication.Decide(f, new(true, null), t));
        Assert.Empty(Of(parts, Lead, "decide-publication"));
    }

    [Fact]
    public void What_was_held_back_at_its_embargo_waits_for_a_person_in_each_file()
    {
        var statement = ThePlan.Statement! with { Mode = PlannedStatement.ByDecision };
        var parts = Proposed(ThePlan with { Statement = statement });
        Pass(parts, 20);
        parts.Do(Lead, (f, t) => DecidePublication.Decide(f, new(true, null), t));
        parts.Deliver();
        Pass(parts, 60);
        foreach (var authority in All)
        {
            Assert.Equal(
                new BallLine(
                    authority,
                    "decide-publication",
                    "nobody-released",
                    null,
                    Embargo,
                    null,
                    "overdue",
                    Blocks: false
                ),
                Assert.Single(Of(parts, authority, "decide-publication"))
            );
        }
    }

    [Fact]
    public void A_dispute_waits_for_its_result_and_then_for_each_authority_s_word()
    {
        var parts = Proposed();
        var due = Noon.AddDays(28);
        parts.Do(
            Third,
            (f, t) => RaiseDispute.Decide(f, new("plan", null, "Too early."), new("committee", null, "p", []), due, t)
        );
        parts.Deliver();
        const string About = $"dispute 1 of {Third} with committee";
        Assert.All(
            All,
            reader =>
                Assert.Equal(
                    new BallLine(Lead, "record-result", "dispute-open", About, Noon, due, "running", Blocks: false),
                    Assert.Single(Of(parts, reader, "record-result"))
                )
        );
        parts.Now = due;
        parts.PassClocks();
        Assert.Equal(["overdue"], Of(parts, Lead, "record-result").Select(l => l.State));

        parts.Do(Lead, (f, t) => RecordDisputeResult.Decide(f, new(1, "upheld", "So.", null), t));
        parts.Do(Lead, (f, t) => FollowResult.Decide(f, new(1, true, null), t));
        parts.Deliver();
        foreach (var reader in All)
        {
            Assert.Empty(Of(parts, reader, "record-result"));
            Assert.Equal(
                [(Second, "upheld", About), (Third, "upheld", About)],
                Of(parts, reader, "follow-result").Select(l => (l.Who, l.Why, l.About))
            );
        }
    }

    [Fact]
    public void A_hit_names_whom_to_speak_to_in_the_file_that_was_told_and_in_no_other()
    {
        var parts = Proposed();
        Hit[] hits = [new Hit("t1", null, ["cartels"])];
        parts.Do(Lead, (f, t) => RevisePlan.Decide(f, new(f.Plan with { Statement = null }), t), "officer");
        parts.Do(Lead, ProposeAction.Decide);
        while (parts.UnderWay.Count > 0)
        {
            parts.DeliverAt(0, keep: false, parts.UnderWay[0].Recipient == Third ? hits : []);
        }

        Assert.Equal(
            new BallLine(Lead, "speak-to", "hit", $"t1: cartels at {Third}", Noon, CutOff, "running", Blocks: false),
            Assert.Single(Of(parts, Lead, "speak-to"))
        );
        Assert.Equal([Third], Of(parts, Third, "speak-to").Select(l => l.Who));
        Assert.Empty(Of(parts, Second, "speak-to"));
        parts.Do(Lead, (f, t) => AbortAction.Decide(f, new("Gone."), t));
        Assert.Empty(Of(parts, Lead, "speak-to"));
    }

    private static List<BallLine> Of(Parts parts, string reader, string what) =>
        [.. Balls.Of(parts[reader]).Where(l => l.What == what).OrderBy(l => l.Who, StringComparer.Ordinal)];

    private static void Agree(Parts parts, string authority, bool agrees) =>
        parts.Do(authority, (f, t) => AgreeOnStatement.Decide(f, new(agrees, agrees ? null : "A name is wrong."), t));

    private static void Pass(Parts parts, params int[] minutes)
    {
        foreach (var minute in minutes)
        {
            parts.Now = Noon.AddMinutes(minute);
            parts.PassClocks();
            parts.Deliver();
        }
    }
}
