using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;

namespace CaseCoordination.CaseIntake.Cases.Inbound;

/// <summary>The lead is offered to this authority, with the roster that it would have to lead.</summary>
public static class ReceiveLeadOffer
{
    public static Decision<CaseEvent> Decide(Case current, ReceivedLetter letter, LeadOfferLetter content, Turn turn) =>
        Reception.StopLead(current, letter, turn, content.Term) is { } stop ? stop
        : content.Term < current.Term ? Reception.SetAside(current, letter, turn, "overtaken")
        : !current.IsUnderWay || current.IsLead ? Reception.SetAside(current, letter, turn, "not-in-the-investigation")
        : current.LeadClosing is not null ? Reception.SetAside(current, letter, turn, "lead-closed")
        : turn.Now > content.AnswerBy ? Reception.SetAside(current, letter, turn, "lead-offer-lapsed")
        : Reception.Take(
            current,
            letter,
            turn,
            new LeadOfferReceived(
                letter.LetterId,
                letter.Sender,
                content.Members,
                content.Pauses,
                content.AnswerBy,
                turn.Now
            )
        );
}
