using System.Runtime.CompilerServices;
using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Inbound;
using CaseCoordination.EnforcementActions.Measures;
using CaseCoordination.EnforcementActions.Measures.Domain;
using CaseCoordination.EnforcementActions.Measures.Letters;
using CaseCoordination.EnforcementActions.Measures.Questions;
using static CaseCoordination.EnforcementActions.Tests.Measures.MeasureSamples;

namespace CaseCoordination.EnforcementActions.Tests.Measures;

/// <summary>Outcomes on their way from a participant to the lead, and on to everybody.</summary>
public sealed class OutcomeLetterTests
{
    [Fact]
    public void It_is_as_approved_byte_for_byte_and_is_read_again()
    {
        var approved = File.ReadAllText(Path.Combine(Here(), "..", "Contracts", "action.outcome.json")).TrimEnd('\n');
        Assert.Equal(approved, LetterJson.Write(OutcomeLetter.Of(Executed().Measures["m1"])));
        Assert.Equal(approved, LetterJson.Write(LetterJson.Read<OutcomeLetter>(approved)!));
    }

    [Fact]
    public void The_lead_puts_the_outcome_on_the_board_and_tells_everybody()
    {
        var (first, _) = TwoLetters();
        var happened = Happened(Read(LeadReleased(), first));
        Assert.Equal("action.board", happened.OfType<ActionLetterWritten>().Single().Kind);
        var result = Fold.Onto(LeadReleased(), happened).Stands[Partner].Results.Single();
        Assert.Equal(("m1", "executed", "MSA/F/1"), (result.Measure, result.State, result.Number));
        Assert.Equal(new Money("1500.25", "EUR"), result.Frozen);
    }

    [Fact]
    public void Letters_that_overtake_each_other_leave_the_last_word()
    {
        var (first, second) = TwoLetters();
        var inOrder = After(After(LeadReleased(), first), second).Stands[Partner].Results.Single();
        var swapped = After(LeadReleased(), second);
        Assert.Equal("overtaken", SetAsideOf(Read(swapped, first)));
        Assert.Equal("lifted", inOrder.State);
        Assert.Equal(inOrder, After(swapped, first).Stands[Partner].Results.Single());
    }

    [Fact]
    public void A_letter_that_comes_twice_counts_once()
    {
        var (first, _) = TwoLetters();
        Assert.IsType<Unchanged<ActionEvent>>(Read(After(LeadReleased(), first), first));
    }

    [Fact]
    public void A_measure_that_is_not_the_senders_is_set_aside()
    {
        var (first, _) = TwoLetters();
        Assert.Equal(
            "measure-unknown",
            SetAsideOf(Read(LeadReleased(), first with { Content = Changed(first, "\"m1\"", "\"m2\"") }))
        );
    }

    [Theory]
    [InlineData("\"executed\"", "\"under-way\"")]
    [InlineData("\"executed\"", "\"done\"")]
    [InlineData("\"1500.25\"", "\"1e9\"")]
    [InlineData("\"EUR\"", "\"EURO\"")]
    public void What_cannot_be_read_is_set_aside(string word, string other)
    {
        var (first, _) = TwoLetters();
        Assert.Equal(
            "content-unreadable",
            SetAsideOf(Read(LeadReleased(), first with { Content = Changed(first, word, other) }))
        );
    }

    [Fact]
    public void Only_the_lead_takes_outcomes()
    {
        var (first, _) = TwoLetters();
        Assert.Equal("sender-not-the-other-side", SetAsideOf(Read(Released(), first with { Sender = Lead })));
    }

    [Fact]
    public void Measures_that_never_went_out_are_in_the_register_as_what_they_are()
    {
        var lead = LeadReleased();
        var rows = OutcomeRow.Of(
            lead.Update(Partner, s => s with { Release = null, Unreleased = Unreleased.Withheld })
        );
        Assert.Equal(["withheld", "under-way", "withheld"], rows.Select(r => r.State));
        Assert.All(rows, r => Assert.True(r.IsSettled));
    }

    private static (ReceivedLetter Executed, ReceivedLetter Lifted) TwoLetters()
    {
        var released = Released();
        var outcome = new Outcome(MeasureState.Executed, null, null, ReleaseAt, new("1500.25", "EUR"), null);
        var first = Happened(RecordOutcome.Decide(released, new("m1", outcome), Zurich, TurnAt(Later)));
        var second = Happened(LiftMeasure.Decide(Fold.Onto(released, first), new("m1", "court"), TurnAt(Later)));
        return (LetterIn(first), LetterIn(second));
    }

    private static ReceivedLetter LetterIn(ActionEvent[] happened)
    {
        var letter = happened.OfType<ActionLetterWritten>().Single();
        return new ReceivedLetter(
            letter.LetterId,
            Partner,
            Lead,
            letter.Kind,
            ActionId,
            letter.Content,
            new Basis("GRANT", "test-mou", "0123", []),
            letter.At
        );
    }

    private static string Changed(ReceivedLetter letter, string word, string other)
    {
        Assert.Contains(word, letter.Content, StringComparison.Ordinal);
        return letter.Content.Replace(word, other, StringComparison.Ordinal);
    }

    private static Decision<ActionEvent> Read(CoordinatedAction file, ReceivedLetter letter) =>
        ReadActionLetter.Decide(file, letter, new ActionIntake(Later, "", [], []));

    private static CoordinatedAction After(CoordinatedAction file, ReceivedLetter letter) =>
        Fold.Onto(file, Happened(Read(file, letter)));

    private static string? SetAsideOf(Decision<ActionEvent> decision) =>
        Assert.IsType<ActionLetterTaken>(Assert.Single(Happened(decision))).SetAside;

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
