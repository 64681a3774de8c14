namespace CaseCoordination.Contracts.AccessPoint.V1;

/// <summary>The states of one letter towards one recipient; each is a piece of evidence.</summary>
public static class LetterStates
{
    public const string Accepted = "accepted";
    public const string Rejected = "rejected";
    public const string Relayed = "relayed";
    public const string RelayFailed = "relay-failed";
    public const string Delivered = "delivered";
    public const string DeliveryFailed = "delivery-failed";
    public const string Refused = "refused";
    public const string Retrieved = "retrieved";
    public const string RetrievalFailed = "retrieval-failed";
}
