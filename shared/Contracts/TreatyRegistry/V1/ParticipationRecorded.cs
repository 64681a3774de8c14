namespace CaseCoordination.Contracts.TreatyRegistry.V1;

/// <summary>How an authority takes part in an instrument, as it now stands; a higher revision replaces a lower one.</summary>
public sealed record ParticipationRecorded
{
    public required string Authority { get; init; }
    public required string InstrumentId { get; init; }
    public required long Revision { get; init; }

    /// <summary>full, committed, suspended or withdrawn.</summary>
    public required string Status { get; init; }

    /// <summary>First day in, as an ISO date.</summary>
    public required string From { get; init; }

    /// <summary>First day out, as an ISO date; absent while it has no end.</summary>
    public string? To { get; init; }

    public string? NoticeGiven { get; init; }
    public string? List { get; init; }
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>The capabilities replace those of the list, even when there are none.</summary>
    public bool HasOwnCapabilities { get; init; }

    /// <summary>Nobody has checked it against the depositary's list yet.</summary>
    public bool Unverified { get; init; }
}
