using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;

namespace CaseCoordination.CaseIntake.Cases.Inbound;

/// <summary>A partner left, or closed its own file: those who stay get a new roster.</summary>
public static class RecordLeaving
{
    public static Decision<CaseEvent> Decide(Case current, ReceivedLetter letter, LeavingLetter content, Turn turn) =>
        Reception.StopAnswer(current, letter, turn)
        ?? Stop(current, letter, turn)
        ?? Depart(current, letter, turn, new PartnerLeft(letter.Sender, content.Reason, turn.Now));

    public static Decision<CaseEvent> Decide(Case current, ReceivedLetter letter, ClosureLetter content, Turn turn) =>
        Reception.StopAnswer(current, letter, turn)
        ?? Stop(current, letter, turn)
        ?? Depart(current, letter, turn, new PartnerClosed(letter.Sender, content.Outcome, content.Summary, turn.Now));

    // A partner's joining may be overtaken by its leaving; it is waited for.
    private static Decision<CaseEvent>? Stop(Case current, ReceivedLetter letter, Turn turn) =>
        current.Partners[letter.Sender] switch
        {
            { IsJoined: true } => null,
            { IsOpen: true } => Reception.NotYet("joining-not-yet-here"),
            _ => Reception.SetAside(current, letter, turn, "partner-not-in"),
        };

    private static Decision<CaseEvent> Depart(Case current, ReceivedLetter letter, Turn turn, CaseEvent departed)
    {
        var after = current.Evolve(departed);
        return after.IsUnderWay
            ? Reception.Take(
                current,
                letter,
                turn,
                [departed, .. Outbound.Rosters(after, turn, after.Lead, [.. after.Joined], after.Joined)]
            )
            : Reception.Take(current, letter, turn, departed);
    }
}
