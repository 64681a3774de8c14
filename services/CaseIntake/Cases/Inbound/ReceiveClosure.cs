using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;

namespace CaseCoordination.CaseIntake.Cases.Inbound;

/// <summary>Another authority closed its file: the lead ends the joint investigation, a partner only its own part.</summary>
public static class ReceiveClosure
{
    public static Decision<CaseEvent> Decide(Case current, ReceivedLetter letter, ClosureLetter content, Turn turn) =>
        current.Stage == CaseStage.Unknown ? Reception.NotYet("conversation-unknown")
        : current.IsLead && content.Term <= current.Term ? RecordLeaving.Decide(current, letter, content, turn)
        : Reception.StopLead(current, letter, turn, content.Term) is { } stop ? stop
        : current.LeadClosing is not null ? Reception.SetAside(current, letter, turn, "lead-closed-before")
        : Reception.Take(
            current,
            letter,
            turn,
            new LeadClosed(letter.Sender, content.Outcome, content.Summary, turn.Now)
        );
}
