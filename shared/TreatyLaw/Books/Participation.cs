using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>One authority's part in one instrument; without such a record it is not bound.</summary>
public sealed record Participation
{
    public required string Authority { get; init; }

    public required string Instrument { get; init; }

    /// <summary>full, committed, suspended or withdrawn.</summary>
    public required string Status { get; init; }

    /// <summary>The first day in.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The first day out.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The day of a notice; the participation ends after the period of the instrument.</summary>
    public DateOnly? NoticeGiven { get; init; }

    /// <summary>The list on which the authority stands, such as A.1.</summary>
    public string? List { get; init; }

    /// <summary>What the authority can do; null where the list itself says so.</summary>
    public ImmutableArray<string>? Capabilities { get; init; }

    /// <summary>An administrator checked it against the depositary's list.</summary>
    public bool Verified { get; init; } = true;
}
