namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>What an operator may set; section <c>Actions</c>.</summary>
public sealed record ActionSettings
{
    /// <summary>Who may see an action that arrives, by what it is over; absent for the usual groups.</summary>
    public IReadOnlyDictionary<string, string[]>? IntakeGroups { get; init; }

    /// <summary>Who may see an action over anything else; absent for the usual group.</summary>
    public string[]? OtherIntakeGroups { get; init; }

    /// <summary>How often a stream of a board says that it lives while nothing happens.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How many files one process releases at once; each takes a connection to the database for some milliseconds.</summary>
    public int ReleaseAtOnce { get; init; } = 16;

    /// <summary>At least so long before T-0 a plan has its cut-off, so that what stops an action can reach everybody.</summary>
    public TimeSpan ShortestHold { get; init; } = TimeSpan.FromMinutes(1);
}
