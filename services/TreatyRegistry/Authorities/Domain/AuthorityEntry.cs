namespace CaseCoordination.TreatyRegistry.Authorities.Domain;

/// <summary>What the register says of an authority.</summary>
public sealed record AuthorityEntry
{
    public required string Code { get; init; }

    /// <summary>Version of the stream at which the entry was announced.</summary>
    public required long Revision { get; init; }

    public required string Name { get; init; }
    public required string Jurisdiction { get; init; }
    public required string Kind { get; init; }
    public required string TimeZone { get; init; }
    public required IReadOnlyList<Contact> Contacts { get; init; }
    public required IReadOnlyList<DateOnly> Holidays { get; init; }

    /// <summary>Counts the versions of the calendar.</summary>
    public required int CalendarVersion { get; init; }
}

/// <summary>An office or function to turn to, never a private person.</summary>
public sealed record Contact(string Function, string Address);
