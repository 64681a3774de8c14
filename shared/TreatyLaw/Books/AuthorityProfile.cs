using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>What the law must know of an authority: where it sits, what it is, and which days it does not work.</summary>
public sealed record AuthorityProfile
{
    private WorkingCalendar? calendar;

    public required string Code { get; init; }

    public string Name { get; init; } = "";

    public required string Jurisdiction { get; init; }

    public required string Kind { get; init; }

    /// <summary>An IANA time zone; periods and dates run in it.</summary>
    public string TimeZone { get; init; } = "Etc/UTC";

    public string ContactPoint { get; init; } = "";

    /// <summary>Public holidays besides Saturdays and Sundays.</summary>
    public required ImmutableSortedSet<DateOnly> Holidays { get; init; }

    /// <summary>Counts periods for this authority.</summary>
    public WorkingCalendar Calendar => calendar ??= new WorkingCalendar(Holidays);
}
