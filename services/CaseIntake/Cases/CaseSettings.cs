namespace CaseCoordination.CaseIntake.Cases;

/// <summary>What an operator may set; section <c>Cases</c>.</summary>
public sealed record CaseSettings
{
    /// <summary>Working days of the invited authority until an unanswered invitation warns and is overdue.</summary>
    public int InvitationWarnDays { get; init; } = 5;
    public int InvitationFailDays { get; init; } = 10;

    /// <summary>Own working days until a received invitation should have been acknowledged.</summary>
    public int AcknowledgementWarnDays { get; init; } = 3;
    public int AcknowledgementFailDays { get; init; } = 5;

    /// <summary>Working days of the partner within which it may take the lead.</summary>
    public int LeadAnswerDays { get; init; } = 5;

    /// <summary>How long after its last day an offer stays open here, because its answer may still be under way.</summary>
    public TimeSpan LeadAnswerTransport { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long a closed case is kept after it was closed, before it may be purged.</summary>
    public int RetentionDays { get; init; } = 1826;

    /// <summary>Who may see an invitation that arrives, by what the matter is over; absent for the usual groups.</summary>
    public IReadOnlyDictionary<string, string[]>? IntakeGroups { get; init; }

    /// <summary>Who may see an invitation over anything else; absent for the usual group.</summary>
    public string[]? OtherIntakeGroups { get; init; }

    public string[] IntakeGroupsFor(string over) =>
        Correspondence.IntakeGroups.For(over, IntakeGroups, OtherIntakeGroups);
}
