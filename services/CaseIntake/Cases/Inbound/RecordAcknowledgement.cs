using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;

namespace CaseCoordination.CaseIntake.Cases.Inbound;

/// <summary>A person at the invited authority has the invitation.</summary>
public static class RecordAcknowledgement
{
    public static Decision<CaseEvent> Decide(
        Case current,
        ReceivedLetter letter,
        AcknowledgementLetter content,
        Turn turn
    ) =>
        Reception.StopAnswer(current, letter, turn, content.Round) is { } stop ? stop
        : current.Partners[letter.Sender].State == PartnerState.Acknowledged
            ? Reception.SetAside(current, letter, turn, "acknowledged-before")
        : Reception.Take(current, letter, turn, new PartnerAcknowledged(letter.Sender, turn.Now));
}
