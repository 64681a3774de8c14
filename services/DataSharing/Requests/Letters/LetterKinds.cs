namespace CaseCoordination.DataSharing.Requests.Letters;

/// <summary>The letters between files of a request; the part before the dot brings them to this service.</summary>
public static class LetterKinds
{
    public const string Consultation = "request.consultation";
    public const string ConsultationReply = "request.consultation-reply";
    public const string Submission = "request.submission";
    public const string Confirmation = "request.confirmation";
    public const string Acknowledgement = "request.acknowledgement";
    public const string ClarificationAsked = "request.clarification-asked";
    public const string ClarificationGiven = "request.clarification-given";
    public const string Acceptance = "request.acceptance";
    public const string PartAnswer = "request.part-answer";
    public const string Answer = "request.answer";
    public const string Refusal = "request.refusal";
    public const string Extension = "request.extension";
    public const string Withdrawal = "request.withdrawal";
    public const string Lapse = "request.lapse";
    public const string Escalation = "request.escalation";
    public const string EscalationResult = "request.escalation-result";
    public const string Closing = "request.closing";

    /// <summary>What only ends or acknowledges something; it may go even when the legal basis has lapsed.</summary>
    public static bool IsClosing(string kind) => kind is Acknowledgement or Refusal or Withdrawal or Lapse or Closing;
}
