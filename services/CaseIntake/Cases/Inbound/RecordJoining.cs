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
            [joined, .. Outbound.Rosters(after, turn, after.Lead, [.. after.Joined], after.Joined)]
        );
    }
}
