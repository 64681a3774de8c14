namespace CaseCoordination.Contracts.TreatyRegistry.V1;

/// <summary>The registry's entry of an authority as it now stands; a higher revision replaces a lower one.</summary>
public sealed record AuthorityRegistered
{
    public required string Code { get; init; }
    public required long Revision { get; init; }
    public required string Name { get; init; }
    public required string Jurisdiction { get; init; }

    /// <summary>What the authority is, such as <c>securities-regulator</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>IANA time zone in which its days begin and end.</summary>
    public required string TimeZone { get; init; }

    public IReadOnlyList<ContactPoint> ContactPoints { get; init; } = [];

    /// <summary>Public holidays besides Saturdays and Sundays, as ISO dates.</summary>
    public IReadOnlyList<string> Holidays { get; init; } = [];
}

/// <summary>An office or function to turn to, never a private person.</summary>
public sealed record ContactPoint(string Function, string Address);
