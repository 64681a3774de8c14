using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures;
using CaseCoordination.EnforcementActions.Measures.Connections;
using CaseCoordination.EnforcementActions.Measures.Domain;
using static CaseCoordination.EnforcementActions.Tests.Measures.MeasureSamples;

namespace CaseCoordination.EnforcementActions.Tests.Measures;

/// <summary>What a connection's answer does to a file.</summary>
public sealed class RecordAnswerTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly Answer Done = new(
        new Outcome(MeasureState.Executed, null, "V-7", ReleaseAt.AddSeconds(1), null, null),
        ""
    );
    private static readonly Answer No = new(
        new Outcome(MeasureState.Failed, "no such account", null, Later, null, null),
        ""
    );

    [Fact]
    public void Its_signed_word_is_the_outcome_and_closes_the_instruction()
    {
        var file = After(Released("venue"), Done);
        Assert.Equal((MeasureState.Executed, "V-7"), (file.Measures["m1"].State, file.Measures["m1"].Outcome!.Number));
        Assert.Equal(InstructionStates.Done, file.Measures["m1"].Instruction!.State);
        Assert.IsType<Unchanged<ActionEvent>>(Decide(file, Done, Later));
    }

    [Fact]
    public void Its_refusal_is_a_failure_that_a_person_may_correct()
    {
        var file = After(Released("venue"), No);
        Assert.Equal(MeasureState.Failed, file.Measures["m1"].State);
        Assert.Equal("no such account", file.Measures["m1"].Instruction!.Reason);
        var byHand = RecordOutcome.Decide(
            file,
            new("m1", new(MeasureState.Executed, null, null, Later, null, null)),
            Zurich,
            TurnAt(Later)
        );
        Assert.Equal(MeasureState.Executed, Fold.Onto(file, Happened(byHand)).Measures["m1"].State);
    }

    [Fact]
    public void An_answer_that_does_not_count_is_shown_once_and_is_no_outcome()
    {
        var file = After(Released("venue"), new(null, ConnectorClient.Untrusted));
        var measure = file.Measures["m1"];
        Assert.Equal((MeasureState.UnderWay, null), (measure.State, measure.Outcome));
        Assert.Equal(
            (InstructionStates.Open, ConnectorClient.Untrusted),
            (measure.Instruction!.State, measure.Instruction.Reason)
        );
        Assert.IsType<Unchanged<ActionEvent>>(Decide(file, new(null, ConnectorClient.Untrusted), Later));
        Assert.Equal("not-yet", After(file, new(null, "not-yet")).Measures["m1"].Instruction!.Reason);
    }

    [Theory]
    [InlineData(-1, "effective-before-release")]
    [InlineData(2 * 3600 + 61, "effective-in-future")]
    public void An_effect_before_T0_or_to_come_is_doubted(int seconds, string reason)
    {
        var answer = Done with { Outcome = Done.Outcome! with { EffectiveAt = ReleaseAt.AddSeconds(seconds) } };
        var file = After(Released("venue"), answer);
        Assert.Equal(
            (MeasureState.UnderWay, reason),
            (file.Measures["m1"].State, file.Measures["m1"].Instruction!.Reason)
        );
    }

    [Fact]
    public void It_is_given_up_after_its_time_and_then_a_person_decides()
    {
        var file = Released("venue");
        var waiting = Happened(Decide(file, new(null, "no-answer"), ReleaseAt + Day - TimeSpan.FromTicks(1)));
        Assert.IsType<InstructionUnanswered>(Assert.Single(waiting));
        var over = Happened(Decide(file, new(null, "no-answer"), ReleaseAt + Day));
        file = Fold.Onto(file, over);
        Assert.Equal(
            (InstructionStates.GivenUp, MeasureState.UnderWay),
            (file.Measures["m1"].Instruction!.State, file.Measures["m1"].State)
        );
        Assert.IsType<Unchanged<ActionEvent>>(Decide(file, Done, ReleaseAt + Day));
        var byHand = new RecordOutcome("m1", new(MeasureState.Executed, null, null, Later, null, null));
        Assert.NotEmpty(Happened(RecordOutcome.Decide(file, byHand, Zurich, TurnAt(ReleaseAt + Day))));
    }

    [Fact]
    public void An_answer_to_another_instruction_changes_nothing()
    {
        var command = new RecordAnswer("m1", Guid.CreateVersion7(Later), Done, Day);
        Assert.IsType<Unchanged<ActionEvent>>(RecordAnswer.Decide(Released("venue"), command, Zurich, TurnAt(Later)));
    }

    [Fact]
    public void Lifting_at_the_connection_leaves_the_measure_lifted_whatever_it_says()
    {
        var lifted = Fold.Onto(
            Executed("venue"),
            Happened(LiftMeasure.Decide(Executed("venue"), new("m1", "court"), TurnAt(Later)))
        );
        var done = After(lifted, Done);
        Assert.Equal((MeasureState.Lifted, InstructionStates.Done), StatesOf(done));
        var failed = After(lifted, No);
        Assert.Equal((MeasureState.Lifted, InstructionStates.Failed), StatesOf(failed));
        Assert.Equal("no such account", failed.Measures["m1"].Instruction!.Reason);
    }

    private static (MeasureState, string) StatesOf(CoordinatedAction file) =>
        (file.Measures["m1"].State, file.Measures["m1"].Instruction!.State);

    private static Decision<ActionEvent> Decide(CoordinatedAction file, Answer answer, DateTimeOffset now) =>
        RecordAnswer.Decide(file, new("m1", InstructionOf(file)!.Value, answer, Day), Zurich, TurnAt(now));

    private static CoordinatedAction After(CoordinatedAction file, Answer answer) =>
        Fold.Onto(file, Happened(Decide(file, answer, Later)));
}
