namespace CaseCoordination.CaseIntake.Cases.Domain;

/// <summary>How far an invitation and its answer have come; up to <see cref="Acknowledged"/> in the order of progress.</summary>
public enum PartnerState
{
    Requested,
    Accepted,
    Relayed,
    Failed,
    Delivered,
    Retrieved,
    Acknowledged,
    Joined,
    Declined,
    Withdrawn,
    Left,
    Closed,
    Rejected,
    Refused,
}

/// <summary>Another authority in a joint investigation, as this file knows it.</summary>
public sealed record Partner(string Authority, PartnerState State, DateTimeOffset Since)
{
    public int Round { get; init; }
    public Guid? LetterId { get; init; }
    public string? Reason { get; init; }
    public string? Explanation { get; init; }
    public string? Ground { get; init; }
    public string? Outcome { get; init; }
    public Basis? Basis { get; init; }

    /// <summary>Invited, and neither answered nor stopped on the way.</summary>
    public bool IsOpen => State <= PartnerState.Acknowledged;

    public bool IsJoined => State == PartnerState.Joined;

    public Partner Turn(PartnerState state, DateTimeOffset at, string? reason = null) =>
        this with
        {
            State = state,
            Since = at,
            Reason = reason,
            Explanation = null,
        };
}
