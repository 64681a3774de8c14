namespace CaseCoordination.TreatyRegistry.Authorities.Domain;

/// <summary>What is to change in an authority's entry; what is absent stays as it is.</summary>
public sealed record AuthorityChange
{
    /// <summary>One of <see cref="All"/>.</summary>
    public required string What { get; init; }

    public required string Code { get; init; }
    public string? Name { get; init; }
    public string? Jurisdiction { get; init; }
    public string? Kind { get; init; }
    public string? TimeZone { get; init; }
    public IReadOnlyList<Contact>? Contacts { get; init; }

    /// <summary>All public holidays besides Saturdays and Sundays, in order; not only those that change.</summary>
    public IReadOnlyList<DateOnly>? Holidays { get; init; }

    public const string Registration = "registration";
    public const string Correction = "correction";
    public const string Calendar = "calendar";

    public static readonly string[] All = [Registration, Correction, Calendar];
}
