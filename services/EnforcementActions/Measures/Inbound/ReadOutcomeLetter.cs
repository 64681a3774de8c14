using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Inbound;
using CaseCoordination.EnforcementActions.Actions.Letters;
using CaseCoordination.EnforcementActions.Measures.Domain;
using CaseCoordination.EnforcementActions.Measures.Letters;

namespace CaseCoordination.EnforcementActions.Measures.Inbound;

/// <summary>What the lead makes of a participant's word on one of its measures; everybody sees it on the board.</summary>
internal static class ReadOutcomeLetter
{
    private static readonly string[] States =
    [
        .. Enum.GetValues<MeasureState>().Where(s => s != MeasureState.UnderWay).Select(Kebab.Of),
    ];

    public static Decision<ActionEvent> Decide(
        CoordinatedAction current,
        ReceivedLetter letter,
        OutcomeLetter told,
        Turn turn
    )
    {
        var (from, result) = (letter.Sender, Told.Of(told.Result));
        if (
            !States.Contains(result.State, StringComparer.Ordinal)
            || !Amounts.AreRight(result.Fine)
            || !Amounts.AreRight(result.Frozen)
        )
        {
            return ReadActionLetter.SetAside(current, letter, turn, "content-unreadable");
        }

        if (current.Plan.MeasuresOf(from).All(m => m.Id != result.Measure))
        {
            return ReadActionLetter.SetAside(current, letter, turn, "measure-unknown");
        }

        var last = current.OutcomeNumbers.GetValueOrDefault(MeasureFold.NumberKey(from, result.Measure));
        return told.Number <= last
            ? ReadActionLetter.SetAside(current, letter, turn, "overtaken")
            : ReadActionLetter.Take(
                current,
                letter,
                turn,
                Orders.React(current, [new OutcomeTold(from, told.Number, result, letter.LetterId, turn.Now)], turn)
            );
    }
}
