using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;

namespace CaseCoordination.CaseIntake.Cases.Inbound;

/// <summary>The lead suspended or resumed the joint investigation; of notices out of order the latest counts.</summary>
public static class ReceivePause
{
    public static Decision<CaseEvent> Decide(
        Case current,
        ReceivedLetter letter,
        SuspensionLetter content,
        Turn turn
    ) =>
        Stop(current, letter, turn, content.Term, content.Number)
        ?? Reception.Take(
            current,
            letter,
            turn,
            new CaseSuspended(content.Number, content.Reason, letter.Sender, turn.Now)
        );

    public static Decision<CaseEvent> Decide(
        Case current,
        ReceivedLetter letter,
        ResumptionLetter content,
        Turn turn,
        Calendars calendars
    ) =>
        Stop(current, letter, turn, content.Term, content.Number)
        ?? Reception.Take(
            current,
            letter,
            turn,
            current.Stage == CaseStage.Suspended
                ? ResumeCase.Resume(current, content.Number, letter.Sender, turn.Now, calendars)
                : [new CaseResumed(content.Number, letter.Sender, turn.Now)]
        );

    private static Decision<CaseEvent>? Stop(Case current, ReceivedLetter letter, Turn turn, int term, int number) =>
        Reception.StopLead(current, letter, turn, term) is { } stop ? stop
        : current.IsLead || !current.IsUnderWay ? Reception.SetAside(current, letter, turn, "not-in-the-investigation")
        : number <= current.PauseNumber ? Reception.SetAside(current, letter, turn, "overtaken")
        : null;
}
