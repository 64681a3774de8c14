using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;

namespace CaseCoordination.CaseIntake.Cases.Inbound;

/// <summary>Which use case a letter is for; what nobody can read is set aside, or waits when there is no file yet.</summary>
public static class ReadLetter
{
    public static Decision<CaseEvent> Decide(
        Case current,
        ReceivedLetter letter,
        string reference,
        Turn turn,
        Calendars calendars,
        CaseSettings settings
    )
    {
        if (current.Taken.Contains(letter.LetterId))
        {
            return new NoChange();
        }

        return letter.Kind switch
        {
            LetterKinds.Invitation => Read<InvitationLetter>(c =>
                ReceiveInvitation.Decide(current, letter, c, reference, turn, calendars, settings)
            ),
            LetterKinds.Withdrawal => Read<WithdrawalLetter>(c => ReceiveWithdrawal.Decide(current, letter, c, turn)),
            LetterKinds.Acknowledgement => Read<AcknowledgementLetter>(c =>
                RecordAcknowledgement.Decide(current, letter, c, turn)
            ),
            LetterKinds.Joining => Read<JoiningLetter>(c => RecordJoining.Decide(current, letter, c, turn)),
            LetterKinds.Declining => Read<DecliningLetter>(c => RecordDeclining.Decide(current, letter, c, turn)),
            LetterKinds.Leaving => Read<LeavingLetter>(c => RecordLeaving.Decide(current, letter, c, turn)),
            LetterKinds.Roster => Read<RosterLetter>(c => ReceiveRoster.Decide(current, letter, c, turn)),
            LetterKinds.LeadOffer => Read<LeadOfferLetter>(c => ReceiveLeadOffer.Decide(current, letter, c, turn)),
            LetterKinds.LeadAcceptance => Read<LeadAcceptanceLetter>(c => PassLead.Decide(current, letter, c, turn)),
            LetterKinds.LeadRefusal => Read<LeadRefusalLetter>(c => PassLead.Decide(current, letter, c, turn)),
            LetterKinds.Suspension => Read<SuspensionLetter>(c => ReceivePause.Decide(current, letter, c, turn)),
            LetterKinds.Resumption => Read<ResumptionLetter>(c =>
                ReceivePause.Decide(current, letter, c, turn, calendars)
            ),
            LetterKinds.Closure => Read<ClosureLetter>(c => ReceiveClosure.Decide(current, letter, c, turn)),
            _ => Unreadable("kind-unknown"),
        };

        Decision<CaseEvent> Read<T>(Func<T, Decision<CaseEvent>> decide)
            where T : LetterContent =>
            LetterJson.Read<T>(letter.Content) is { } content ? decide(content) : Unreadable("content-unreadable");

        Decision<CaseEvent> Unreadable(string reason) =>
            current.Stage == CaseStage.Unknown
                ? Reception.NotYet(reason)
                : Reception.SetAside(current, letter, turn, reason);
    }
}
