using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;

namespace CaseCoordination.CaseIntake.Cases.Inbound;

/// <summary>The lead takes its invitation back; it wins over an answer that crossed it.</summary>
public static class ReceiveWithdrawal
{
    public static Decision<CaseEvent> Decide(
        Case current,
        ReceivedLetter letter,
        WithdrawalLetter content,
        Turn turn
    ) =>
        current.Stage == CaseStage.Unknown ? Reception.NotYet("invitation-not-yet-here")
        : !current.IsEditable ? Reception.SetAside(current, letter, turn, "case-closed")
        : current.Invitation is not { } invitation ? Reception.SetAside(current, letter, turn, "sender-not-the-inviter")
        : content.Term > current.Term ? Reception.NotYet("invitation-not-yet-here")
        : invitation.From != letter.Sender ? Reception.SetAside(current, letter, turn, "sender-not-the-inviter")
        : content.Round > invitation.Round ? Reception.NotYet("invitation-not-yet-here")
        : content.Round < invitation.Round || current.IsLead ? Reception.SetAside(current, letter, turn, "overtaken")
        : Reception.Take(current, letter, turn, new InvitationTakenBack(letter.Sender, turn.Now));
}
