namespace CaseCoordination.EnforcementActions.Actions.Letters;

/// <summary>The letters between files of an action; the part before the dot brings them to this service.</summary>
public static class ActionLetterKinds
{
    public const string Proposal = "action.proposal";
    public const string Readiness = "action.readiness";
    public const string Order = "action.order";
    public const string OrderReceipt = "action.order-receipt";
    public const string Release = "action.release";
    public const string Board = "action.board";
    public const string Outcome = "action.outcome";
    public const string Deconfliction = "action.deconfliction";
    public const string Deconflicted = "action.deconflicted";
    public const string StatementAgreement = "action.statement-agreement";
    public const string StatementOrder = "action.statement-order";
    public const string Dispute = "action.dispute";
    public const string DisputeResult = "action.dispute-result";
    public const string DisputeFollowing = "action.dispute-following";

    /// <summary>
    /// What stops something, confirms it or says how it ended; it may go even when the legal basis has lapsed. Orders are
    /// judged by what they say: one that arms needs its basis, one that stops does not.
    /// </summary>
    public static bool IsClosing(string kind) => kind is not (Proposal or Order);
}
