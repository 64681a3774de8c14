using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>Records the legal title on which one of this authority's measures is taken: number, court or body, day.</summary>
public sealed record RecordTitle(Title Title)
{
    public static Decision<ActionEvent> Decide(CoordinatedAction current, RecordTitle command, Turn turn) =>
        Refusals.VotesClosed(current, turn) is { } closed ? closed
        : current.Plan.MeasuresOf(current.Authority).All(m => m.Id != command.Title.Measure)
            ? new Refusal("measure-unknown", "The plan has no such measure for this authority.", "measure")
        : current.Titles.GetValueOrDefault(command.Title.Measure) == command.Title ? new NoChange()
        : current.OwnReadiness == Readiness.Ready
            ? new Refusal("ready-already", "The authority has declared itself ready; hold first to change a title.")
        : new TitleRecorded(command.Title, turn.By, turn.Now);
}
