namespace CaseCoordination.CaseIntake.Cases.Domain;

/// <summary>Where one authority's own file stands; a partner that joined and a lead are both open.</summary>
public enum CaseStage
{
    Unknown,
    Draft,
    Invited,
    Acknowledged,
    Open,
    Suspended,
    Declined,
    Withdrawn,
    Left,
    Closed,
    Archived,
    Purged,
}

public enum CaseRole
{
    Lead,
    Partner,
}
