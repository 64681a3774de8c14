using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>By when must something be done?</summary>
public sealed record ClockQuestion
{
    public required string Instrument { get; init; }

    /// <summary>The authority that has to act; its calendar counts.</summary>
    public required string Acting { get; init; }

    public required ImmutableArray<ClockEvent> Events { get; init; }

    /// <summary>The deadline codes wanted; empty means all.</summary>
    public ImmutableArray<string> Compute { get; init; } = [];

    public Facts Facts { get; init; } = Facts.None;
}

/// <summary>Something that starts a clock, in the acting authority's local time.</summary>
public sealed record ClockEvent(string Event, DateTime At);
