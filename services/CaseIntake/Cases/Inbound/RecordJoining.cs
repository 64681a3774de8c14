using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;

namespace CaseCoordination.CaseIntake.Cases.Inbound;

/// <summary>An invited authority joined: everyone who is in learns who is in.</summary>
public static class RecordJoining
{
    public static Decision<CaseEvent> Decide(Case current, ReceivedLetter letter, JoiningLetter content, Turn turn)
    {
        if (Reception.StopAnswer(current, letter, turn, content.Round) is { } stop)
        {
            return stop;
        }

        var joined = new PartnerJoined(letter.Sender, turn.Now);
        var after = current.Evolve(joined);
        return Reception.Take(
            current,
            letter,
            turn,
            [
                joined,
                .. Outbound.Rosters(after, turn, after.Lead, [.. after.Joined], after.Joined),
                .. Pause(after, letter, turn),
            ]
        );
    }

    // Who joins while the investigation is suspended has heard no notice of it.
    private static IEnumerable<CaseEvent> Pause(Case after, ReceivedLetter letter, Turn turn)
    {
        if (after.Stage == CaseStage.Suspended)
        {
            yield return Outbound.Write(
                after,
                letter.Sender,
                LetterKinds.Suspension,
                new SuspensionLetter
                {
                    Term = after.Term,
                    Number = after.PauseNumber,
                    Reason = "The joint investigation was suspended before you joined.",
                },
                turn
            );
        }
    }
}
