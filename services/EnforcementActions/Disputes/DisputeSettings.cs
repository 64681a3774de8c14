namespace CaseCoordination.EnforcementActions.Disputes;

/// <summary>What an operator may set; section <c>Disputes</c>.</summary>
public sealed record DisputeSettings
{
    /// <summary>Working days, in the lead's calendar, after which a dispute without a result is late.</summary>
    public int Days { get; init; } = 20;
}
