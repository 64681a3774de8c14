namespace CaseCoordination.DataSharing.Requests.Domain;

/// <summary>Where a request stands; both sides come to the same one once their letters have arrived.</summary>
public enum RequestStage
{
    Unknown,
    Draft,
    Consultation,
    Submitted,
    Delivered,
    Acknowledged,
    Accepted,
    PartAnswered,
    Answered,
    Refused,
    Withdrawn,
    Lapsed,
    Closed,
}

/// <summary>Whose file of a request it is: of the authority that asks, or of the one that is asked.</summary>
public enum Side
{
    Asker,
    Asked,
}
