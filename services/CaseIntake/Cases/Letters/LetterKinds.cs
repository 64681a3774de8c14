namespace CaseCoordination.CaseIntake.Cases.Letters;

/// <summary>The letters between case files; the part before the dot brings them to this service.</summary>
public static class LetterKinds
{
    public const string Invitation = "case.invitation";
    public const string Withdrawal = "case.withdrawal";
    public const string Acknowledgement = "case.acknowledgement";
    public const string Joining = "case.joining";
    public const string Declining = "case.declining";
    public const string Leaving = "case.leaving";
    public const string Roster = "case.roster";
    public const string LeadOffer = "case.lead-offer";
    public const string LeadAcceptance = "case.lead-acceptance";
    public const string LeadRefusal = "case.lead-refusal";
    public const string Suspension = "case.suspension";
    public const string Resumption = "case.resumption";
    public const string Closure = "case.closure";

    /// <summary>What only ends or acknowledges something; it may go even when the legal basis has lapsed.</summary>
    public static bool IsClosing(string kind) =>
        kind is Acknowledgement or Declining or Leaving or Closure or LeadRefusal or Withdrawal;
}
