using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Letters;
using CaseCoordination.EnforcementActions.Measures.Letters;

namespace CaseCoordination.EnforcementActions.Measures;

/// <summary>News of an own measure with the letter that tells it: to the lead, or to everybody where this is the lead.</summary>
internal static class MeasureNews
{
    public static ActionEvent[] Tell(CoordinatedAction before, string measure, ActionEvent[] change, Turn turn)
    {
        var after = Fold.Onto(before, change);
        return after.IsLead
            ? [.. change, .. Outbound.Board(after, turn)]
            :
            [
                .. change,
                Outbound.Reply(
                    after,
                    after.Lead,
                    ActionLetterKinds.Outcome,
                    OutcomeLetter.Of(after.Measures[measure]),
                    turn
                ),
            ];
    }
}
