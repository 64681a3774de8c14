using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;

namespace CaseCoordination.CaseIntake.Cases.Inbound;

/// <summary>Who is in and who leads. A lead that steps down names its successor, and nobody else can.</summary>
public static class ReceiveRoster
{
    public static Decision<CaseEvent> Decide(Case current, ReceivedLetter letter, RosterLetter content, Turn turn)
    {
        var received = new RosterReceived(
            content.Lead,
            content.Term,
            content.Sequence,
            content.Members,
            content.Pauses,
            content.IsSuspended,
            turn.Now
        );
        if (current.IsLead && current.IsUnderWay && content.Term == current.Term)
        {
            return Succeed(current, letter, content, received, turn);
        }

        if (Reception.StopLead(current, letter, turn, content.Term) is { } stop)
        {
            return stop;
        }

        var passesOn = content.Lead != letter.Sender;
        if (!IsNewer(current, content) || (passesOn && content.Term != current.Term + 1))
        {
            return Reception.SetAside(current, letter, turn, "overtaken");
        }

        return current.Stage switch
        {
            CaseStage.Open or CaseStage.Suspended => Reception.Take(current, letter, turn, received),
            CaseStage.Left
            or CaseStage.Closed when content.Members.Contains(current.Authority, StringComparer.Ordinal) =>
                Reception.Take(
                    current,
                    letter,
                    turn,
                    [received, .. TellAgain(current.Evolve(received), current.Lead, turn)]
                ),
            _ => Reception.SetAside(current, letter, turn, "not-in-the-investigation"),
        };
    }

    // The former lead's last roster, for its successor: partners may have come or gone while the lead was passing.
    private static Decision<CaseEvent> Succeed(
        Case current,
        ReceivedLetter letter,
        RosterLetter content,
        RosterReceived received,
        Turn turn
    )
    {
        if (content.Lead != current.Authority || letter.Sender != current.LeadBefore)
        {
            return Reception.SetAside(current, letter, turn, "sender-not-the-lead");
        }

        var after = current.Evolve(received);
        return after.Joined.SequenceEqual(current.Joined, StringComparer.Ordinal)
            ? Reception.Take(current, letter, turn, received)
            : Reception.Take(
                current,
                letter,
                turn,
                [received, .. Outbound.Rosters(after, turn, after.Lead, [.. after.Joined], after.Joined)]
            );
    }

    private static bool IsNewer(Case current, RosterLetter content) =>
        (content.Term, content.Sequence).CompareTo((current.Term, current.Sequence)) > 0;

    // The former lead got the farewell when it led no more; its successor still counts this authority in.
    private static IEnumerable<CaseEvent> TellAgain(Case after, string formerLead, Turn turn)
    {
        if (after.Lead == formerLead)
        {
            yield break;
        }

        yield return after.Closing is { } end
            ? Outbound.Write(
                after,
                after.Lead,
                LetterKinds.Closure,
                new ClosureLetter
                {
                    Term = after.Term,
                    Outcome = end.Outcome,
                    Summary = end.Summary,
                },
                turn
            )
            : Outbound.Write(
                after,
                after.Lead,
                LetterKinds.Leaving,
                new LeavingLetter { Reason = "This authority left before the lead was handed over." },
                turn
            );
    }
}
