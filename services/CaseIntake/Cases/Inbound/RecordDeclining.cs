using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;

namespace CaseCoordination.CaseIntake.Cases.Inbound;

/// <summary>An invited authority declined; nobody but the lead learns of it.</summary>
public static class RecordDeclining
{
    public static Decision<CaseEvent> Decide(Case current, ReceivedLetter letter, DecliningLetter content, Turn turn) =>
        Reception.StopAnswer(current, letter, turn, content.Round)
        ?? Reception.Take(
            current,
            letter,
            turn,
            new PartnerDeclined(letter.Sender, content.Ground, content.Reason, turn.Now)
        );
}
