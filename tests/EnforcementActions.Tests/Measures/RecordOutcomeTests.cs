using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures;
using CaseCoordination.EnforcementActions.Measures.Domain;
using static CaseCoordination.EnforcementActions.Tests.Measures.MeasureSamples;

namespace CaseCoordination.EnforcementActions.Tests.Measures;

/// <summary>What a person says became of a measure.</summary>
public sealed class RecordOutcomeTests
{
    private static readonly Outcome Done = new(MeasureState.Executed, null, null, Later, null, null);

    [Fact]
    public void From_its_release_on_a_measure_is_under_way_with_its_title_and_targets()
    {
        var measure = Released().Measures["m1"];
        Assert.Equal(MeasureState.UnderWay, measure.State);
        Assert.Equal(("MSA/F/1", "Delta Derivatives Exchange"), (measure.Title.Number, measure.Targets[0].Name));
        Assert.Null(measure.Instruction);
        Assert.Equal(["m1", "m3"], Released().Measures.Keys);
    }

    [Fact]
    public void An_executed_measure_ends_with_the_last_day_of_its_title_where_the_authority_sits()
    {
        var file = After(Released(), Done);

        // 2 March and 90 days is 31 May, whose end in Zurich is 22:00 UTC: summer time.
        Assert.Equal(new DateTimeOffset(2026, 5, 31, 22, 0, 0, TimeSpan.Zero), file.Measures["m1"].EndsAt);
        Assert.Equal(MeasureState.Executed, file.Measures["m1"].State);
    }

    [Fact]
    public void A_title_without_a_maximum_has_no_end() =>
        Assert.Null(After(Released(days: null), Done).Measures["m1"].EndsAt);

    [Fact]
    public void The_lead_is_told_and_the_own_services_once()
    {
        var happened = Happened(Decide(Released(), Done));
        Assert.Equal(
            ["OutcomeRecorded", "MeasureMadeKnown", "ActionLetterWritten"],
            happened.Select(e => e.GetType().Name)
        );
        Assert.Equal("2026-03-02", happened.OfType<MeasureMadeKnown>().Single().EffectiveOn);
        var letter = happened.OfType<ActionLetterWritten>().Single();
        Assert.Equal((Lead, "action.outcome", true), (letter.To, letter.Kind, letter.Closing));

        var corrected = Happened(Decide(Fold.Onto(Released(), happened), Done with { Number = "MSA/F/1a" }));
        Assert.Empty(corrected.OfType<MeasureMadeKnown>());
    }

    [Fact]
    public void The_lead_tells_everybody_of_its_own_measure_by_the_board()
    {
        var happened = Happened(RecordOutcome.Decide(LeadReleased(), new("m2", Done), Zurich, TurnAt(Later)));
        Assert.Equal("action.board", happened.OfType<ActionLetterWritten>().Single().Kind);
        var result = Fold.Onto(LeadReleased(), happened).Stands[Lead].Results.Single();
        Assert.Equal(("executed", "100", "XA/B/9"), (result.State, result.Fine!.Amount, result.Number));
    }

    [Fact]
    public void A_correction_keeps_what_was_said_before()
    {
        var failed = new Outcome(MeasureState.Failed, "no such account", null, Later, null, null);
        var file = After(After(Released(), Done), failed);
        var measure = file.Measures["m1"];
        Assert.Equal((MeasureState.Failed, null, 2), (measure.State, measure.EndsAt, measure.History.Length));
        Assert.Equal(MeasureState.Executed, measure.History[0].Outcome.State);
        Assert.Equal("failed", file.Stands[Partner].Results.Single().State);
    }

    [Fact]
    public void The_same_word_again_changes_nothing() =>
        Assert.IsType<Unchanged<ActionEvent>>(Decide(After(Released(), Done), Done));

    [Fact]
    public void Nothing_takes_effect_before_T0() =>
        Assert.Equal("before-release", CodeOf(Decide(Released(), Done with { EffectiveAt = ReleaseAt.AddTicks(-1) })));

    [Fact]
    public void Nothing_has_taken_effect_yet_that_will() =>
        Assert.Equal("in-future", CodeOf(Decide(Released(), Done with { EffectiveAt = Later.AddTicks(1) })));

    [Fact]
    public void What_a_connection_carries_out_is_not_for_a_person_while_it_is_under_way() =>
        Assert.Equal("connection-under-way", CodeOf(Decide(Released("venue"), Done)));

    [Fact]
    public void A_measure_that_was_not_released_has_no_outcome()
    {
        var before = Fold.Of<CoordinatedAction>([
            new ActionDrafted(ActionId, Lead, "r", Guid.Empty, ThePlan, [], [], "p", Later),
        ]);
        Assert.Equal("not-released", CodeOf(RecordOutcome.Decide(before, new("m2", Done), Zurich, TurnAt(Later))));
    }

    [Theory]
    [InlineData("m2")]
    [InlineData("m9")]
    public void A_measure_of_another_authority_is_not_there(string measure) =>
        Assert.Equal(
            "measure-unknown",
            CodeOf(RecordOutcome.Decide(Released(), new(measure, Done), Zurich, TurnAt(Later)))
        );

    [Fact]
    public void What_is_over_is_not_corrected()
    {
        var lifted = Fold.Onto(Executed(), Happened(LiftMeasure.Decide(Executed(), new("m1", "r"), TurnAt(Later))));
        Assert.Equal("measure-over", CodeOf(Decide(lifted, Done)));
    }

    private static Decision<ActionEvent> Decide(CoordinatedAction file, Outcome outcome) =>
        RecordOutcome.Decide(file, new("m1", outcome), Zurich, TurnAt(Later));

    private static CoordinatedAction After(CoordinatedAction file, Outcome outcome) =>
        Fold.Onto(file, Happened(Decide(file, outcome)));
}
