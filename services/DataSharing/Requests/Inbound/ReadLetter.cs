using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Requests.Inbound;

/// <summary>Which use case a letter is for; what nobody can read is set aside, or waits when there is no file yet.</summary>
public static class ReadLetter
{
    public static Decision<RequestEvent> Decide(Request current, ReceivedLetter letter, Intake intake)
    {
        if (current.Taken.Contains(letter.LetterId))
        {
            return new NoChange();
        }

        return letter.Kind switch
        {
            LetterKinds.Consultation => Read<ToldRequest>(c => ReceiveRequest.Draft(current, letter, c, intake)),
            LetterKinds.Submission => Read<ToldRequest>(c => ReceiveRequest.Submission(current, letter, c, intake)),
            LetterKinds.ConsultationReply => Read<ConsultationReplyLetter>(c =>
                AskedWords.Advice(current, letter, c, intake.Now)
            ),
            LetterKinds.Acknowledgement => Read<AcknowledgementLetter>(c =>
                AskedWords.Acknowledgement(current, letter, c, intake.Now)
            ),
            LetterKinds.ClarificationAsked => Read<ClarificationAskedLetter>(c =>
                AskedWords.Question(current, letter, c, intake.Now)
            ),
            LetterKinds.Acceptance => Read<AcceptanceLetter>(c =>
                AskedWords.Acceptance(current, letter, c, intake.Now)
            ),
            LetterKinds.PartAnswer => Read<PartAnswerLetter>(c =>
                AskedWords.PartAnswer(current, letter, c, intake.Now)
            ),
            LetterKinds.Answer => Read<AnswerLetter>(c => AskedWords.Answer(current, letter, c, intake.Now)),
            LetterKinds.Refusal => Read<RefusalLetter>(c => AskedWords.Refusal(current, letter, c, intake.Now)),
            LetterKinds.Extension => Read<ExtensionLetter>(c => AskedWords.Extension(current, letter, c, intake.Now)),
            LetterKinds.Lapse => Read<LapseLetter>(c => AskedWords.Lapse(current, letter, c, intake.Now)),
            LetterKinds.EscalationResult => Read<EscalationResultLetter>(c =>
                AskedWords.EscalationResult(current, letter, c, intake.Now)
            ),
            LetterKinds.Confirmation => Read<ConfirmationLetter>(c =>
                AskerWords.Confirmation(current, letter, c, intake.Now)
            ),
            LetterKinds.ClarificationGiven => Read<ClarificationGivenLetter>(c =>
                AskerWords.Reply(current, letter, c, intake)
            ),
            LetterKinds.Withdrawal => Read<WithdrawalLetter>(c =>
                AskerWords.Withdrawal(current, letter, c, intake.Now)
            ),
            LetterKinds.Escalation => Read<EscalationLetter>(c =>
                AskerWords.Escalation(current, letter, c, intake.Now)
            ),
            LetterKinds.Closing => Read<ClosingLetter>(c => AskerWords.Closing(current, letter, c, intake.Now)),
            _ => Unreadable("kind-unknown"),
        };

        Decision<RequestEvent> Read<T>(Func<T, Decision<RequestEvent>> decide)
            where T : LetterContent =>
            LetterJson.Read<T>(letter.Content) is { } content ? decide(content) : Unreadable("content-unreadable");

        Decision<RequestEvent> Unreadable(string reason) =>
            current.Stage == RequestStage.Unknown
                ? Reception.NotYet(reason)
                : Reception.SetAside(current, letter, intake.Now, reason);
    }
}
