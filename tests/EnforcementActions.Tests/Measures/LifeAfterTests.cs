using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Deconfliction.Questions;
using CaseCoordination.EnforcementActions.Measures;
using CaseCoordination.EnforcementActions.Measures.Domain;
using CaseCoordination.Platform.Deadlines;
using static CaseCoordination.EnforcementActions.Tests.Measures.MeasureSamples;

namespace CaseCoordination.EnforcementActions.Tests.Measures;

/// <summary>Measures in force: extended, lifted, at their end, and what has to be done on them.</summary>
public sealed class LifeAfterTests
{
    private static readonly DateTimeOffset End = new(2026, 5, 31, 22, 0, 0, TimeSpan.Zero);
    private static readonly Title Further = new("m1", "MSA/F/8", "District Court", "2026-05-20", 180, null);

    [Fact]
    public void A_further_title_keeps_it_in_force_until_the_end_of_its_own_maximum()
    {
        var file = After(Executed(), Extend(Executed(), Further, null));
        Assert.Equal(
            (MeasureState.Extended, new DateTimeOffset(2026, 8, 29, 22, 0, 0, TimeSpan.Zero)),
            (file.Measures["m1"].State, file.Measures["m1"].EndsAt)
        );
        Assert.Equal("extended", file.Stands[Partner].Results.Single().State);
        Assert.IsType<Unchanged<ActionEvent>>(Extend(file, Further, null));
    }

    [Fact]
    public void A_further_title_reaches_to_the_day_that_is_named() =>
        Assert.Equal(
            new DateTimeOffset(2026, 6, 30, 22, 0, 0, TimeSpan.Zero),
            After(Executed(), Extend(Executed(), Further, new(2026, 6, 30))).Measures["m1"].EndsAt
        );

    [Fact]
    public void It_never_reaches_beyond_the_maximum_that_the_title_names() =>
        Assert.Equal("beyond-maximum", CodeOf(Extend(Executed(), Further, new(2026, 8, 30))));

    [Fact]
    public void It_has_to_reach_further_than_before() =>
        Assert.Equal("not-longer", CodeOf(Extend(Executed(), Further, new(2026, 5, 31))));

    [Fact]
    public void The_title_has_to_be_another() =>
        Assert.Equal("title-not-new", CodeOf(Extend(Executed(), Further with { Number = "MSA/F/1" }, null)));

    [Fact]
    public void What_does_not_end_is_not_extended()
    {
        var outcome = new Outcome(MeasureState.Executed, null, null, Later, null, null);
        var file = Released(days: null);
        file = After(file, RecordOutcome.Decide(file, new("m1", outcome), Zurich, TurnAt(Later)));
        Assert.Equal("without-end", CodeOf(Extend(file, Further, null)));
    }

    [Fact]
    public void What_is_not_in_force_is_neither_extended_nor_lifted()
    {
        Assert.Equal("not-in-force", CodeOf(Extend(Released(), Further, null)));
        Assert.Equal("not-in-force", CodeOf(LiftMeasure.Decide(Released(), new("m1", "why"), TurnAt(Later))));
    }

    [Fact]
    public void Lifting_is_told_to_the_lead_and_to_the_connection_once()
    {
        var file = Executed("venue");
        var happened = Happened(LiftMeasure.Decide(file, new("m1", "court"), TurnAt(Later)));
        var lifted = Fold.Onto(file, happened);
        var told = lifted.Measures["m1"].Instruction!;
        Assert.Equal((InstructionKinds.Lift, InstructionStates.Open), (told.Kind, told.State));
        Assert.NotEqual(InstructionOf(file), told.Id);
        Assert.Equal("action.outcome", happened.OfType<ActionLetterWritten>().Single().Kind);
        var result = lifted.Stands[Partner].Results.Single();
        Assert.Equal(("lifted", "court", null), (result.State, result.Reason, result.EndsAt));
        Assert.IsType<Unchanged<ActionEvent>>(LiftMeasure.Decide(lifted, new("m1", "court"), TurnAt(Later)));
        Assert.Null(
            After(Executed(), LiftMeasure.Decide(Executed(), new("m1", "c"), TurnAt(Later))).Measures["m1"].Instruction
        );
    }

    [Fact]
    public void It_warns_before_it_ends_and_ends_by_itself()
    {
        var file = Executed("venue");
        var clock = Assert.Single(ClocksOf(file));
        Assert.Equal((End.AddDays(-7), End), (clock.WarnAt!.Value, clock.FailAt));

        var warned = After(file, Pass(file, clock, DeadlineStage.Warn, End.AddDays(-7)));
        Assert.Equal(MeasureState.Executed, warned.Measures["m1"].State);
        Assert.Null(Assert.Single(ClocksOf(warned)).WarnAt);

        Assert.IsType<Unchanged<ActionEvent>>(Pass(warned, clock, DeadlineStage.Fail, End.AddTicks(-1)));
        var ended = After(warned, Pass(warned, clock, DeadlineStage.Fail, End.AddMinutes(3)));
        Assert.Equal((MeasureState.Ended, End), (ended.Measures["m1"].State, ended.Measures["m1"].OverAt));
        Assert.Equal(InstructionKinds.End, ended.Measures["m1"].Instruction!.Kind);
        Assert.Equal("ended", ended.Stands[Partner].Results.Single().State);
        Assert.Empty(ClocksOf(ended));
        Assert.IsType<Unchanged<ActionEvent>>(Pass(ended, clock, DeadlineStage.Fail, End.AddMinutes(4)));
    }

    [Fact]
    public void An_extension_stops_the_clock_of_the_first_end()
    {
        var clock = Assert.Single(ClocksOf(Executed()));
        var file = After(Executed(), Extend(Executed(), Further, null));
        Assert.IsType<Unchanged<ActionEvent>>(Pass(file, clock, DeadlineStage.Fail, End.AddHours(1)));
        Assert.NotEqual(clock.Key, Assert.Single(ClocksOf(file)).Key);
    }

    [Fact]
    public void A_short_measure_warns_when_a_quarter_of_its_time_is_left()
    {
        var file = Released(days: 2);
        var outcome = new Outcome(MeasureState.Executed, null, null, ReleaseAt, null, null);
        file = After(file, RecordOutcome.Decide(file, new("m1", outcome), Zurich, TurnAt(Later)));
        var clock = Assert.Single(ClocksOf(file));
        Assert.Equal(ReleaseAt + ((clock.FailAt - ReleaseAt) * 0.75), clock.WarnAt);
    }

    [Fact]
    public void A_follow_up_has_a_clock_until_it_is_done()
    {
        var file = Released();
        var due = new DateTimeOffset(2026, 3, 9, 23, 0, 0, TimeSpan.Zero);
        var command = new SetFollowUp("m1", "Ask for the positions.", "2026-03-09", due);
        file = After(file, SetFollowUp.Decide(file, command, TurnAt(Later)));
        Assert.IsType<Unchanged<ActionEvent>>(SetFollowUp.Decide(file, command, TurnAt(Later)));
        var clock = Assert.Single(ClocksOf(file));
        Assert.Equal(("follow-up.1.m1", due.AddDays(-1), due), (clock.Key, clock.WarnAt!.Value, clock.FailAt));

        var overdue = After(file, Pass(file, clock, DeadlineStage.Fail, due));
        Assert.Empty(ClocksOf(overdue));
        var done = After(overdue, FinishFollowUp.Decide(overdue, new("m1", 1, null), TurnAt(due)));
        Assert.NotNull(done.Measures["m1"].FollowUps.Single().DoneAt);
        Assert.IsType<Unchanged<ActionEvent>>(FinishFollowUp.Decide(done, new("m1", 1, null), TurnAt(due)));
        Assert.Empty(ClocksOf(After(file, FinishFollowUp.Decide(file, new("m1", 1, null), TurnAt(Later)))));
        Assert.Equal("follow-up-unknown", CodeOf(FinishFollowUp.Decide(done, new("m1", 2, null), TurnAt(due))));
        Assert.Equal("in-past", CodeOf(SetFollowUp.Decide(Released(), command with { DueAt = Later }, TurnAt(Later))));
    }

    [Fact]
    public void Measures_run_on_when_the_file_is_concluded()
    {
        var file = Executed().Evolve(new ActionConcluded("done", "q", Later));
        Assert.Single(ClocksOf(file));
    }

    [Fact]
    public void A_file_is_concluded_once_every_own_measure_has_an_outcome_and_no_connection_is_at_work()
    {
        Assert.Equal("measures-under-way", CodeOf(Conclude(Released())));
        Assert.Equal("measures-under-way", CodeOf(Conclude(Executed("venue"))));

        var outcome = new Outcome(MeasureState.Failed, "Nothing to pay with.", null, Later, null, null);
        var file = Executed("venue");
        file = After(file, RecordOutcome.Decide(file, new("m3", outcome), Zurich, TurnAt(Later)));
        var lifting = After(file, LiftMeasure.Decide(file, new("m1", "court"), TurnAt(Later)));
        Assert.Equal("measures-under-way", CodeOf(Conclude(lifting)));

        var concluded = After(file, Conclude(file));
        Assert.Equal(ActionStage.Concluded, concluded.Stage);
        Assert.Single(ClocksOf(concluded));
    }

    [Fact]
    public void What_is_in_force_is_still_met_by_others_when_the_file_is_concluded()
    {
        var file = Executed().Evolve(new ActionConcluded("done", "q", Later));
        Assert.True(OwnMeasures.Of(file).IsRunning);
        var lifted = After(file, LiftMeasure.Decide(file, new("m1", "court"), TurnAt(Later)));
        Assert.False(OwnMeasures.Of(lifted).IsRunning);
    }

    private static Decision<ActionEvent> Conclude(CoordinatedAction file) =>
        ConcludeAction.Decide(file, new("Done."), TurnAt(Later));

    private static Decision<ActionEvent> Extend(CoordinatedAction file, Title title, DateOnly? until) =>
        ExtendMeasure.Decide(file, new(title, until), Zurich, TurnAt(Later));

    private static OpenDeadline[] ClocksOf(CoordinatedAction file) =>
        [
            .. PassActionClock
                .Running(file)
                .Where(d =>
                    d.Key.StartsWith("measure", StringComparison.Ordinal)
                    || d.Key.StartsWith("follow", StringComparison.Ordinal)
                ),
        ];

    private static Decision<ActionEvent> Pass(
        CoordinatedAction file,
        OpenDeadline clock,
        DeadlineStage stage,
        DateTimeOffset now
    ) => PassActionClock.Decide(file, new(file.Id, clock.Key, stage, clock.FailAt), now);

    private static CoordinatedAction After(CoordinatedAction file, Decision<ActionEvent> decision) =>
        Fold.Onto(file, Happened(decision));
}
