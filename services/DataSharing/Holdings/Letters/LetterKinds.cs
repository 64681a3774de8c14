namespace CaseCoordination.DataSharing.Holdings.Letters;

/// <summary>
/// The letters about released items; the part before the dot brings them to this service. The conversation of those that ask
/// and answer is the consent, of all others the item.
/// </summary>
public static class LetterKinds
{
    public const string ConsentRequest = "holding.consent-request";
    public const string ConsentAnswer = "holding.consent-answer";
    public const string UseNotice = "holding.use-notice";
    public const string Objection = "holding.objection";
    public const string Recall = "holding.recall";
    public const string Correction = "holding.correction";
    public const string Receipt = "holding.receipt";
    public const string DeletionCertificate = "holding.deletion-certificate";

    /// <summary>What only restricts, ends or acknowledges something; it may go even when the legal basis has lapsed.</summary>
    public static bool IsClosing(string kind) => kind is not (ConsentRequest or UseNotice);

    /// <summary>Asks or answers; its conversation is a consent.</summary>
    public static bool IsOfConsent(string kind) => kind is ConsentRequest or ConsentAnswer or UseNotice or Objection;

    /// <summary>Written by whoever released the item.</summary>
    public static bool IsOfTrail(string kind) => kind is Recall or Correction;
}
