using System.Collections.Immutable;
using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.RegistryReplica;

/// <summary>This service's copy of the registry's entry of an authority.</summary>
public sealed record AuthorityReplica
{
    /// <summary>The authority's code.</summary>
    public required string Id { get; init; }

    public long Revision { get; set; }

    /// <summary>Hash of the content, whatever its revision.</summary>
    public required string Hash { get; init; }

    public required string Name { get; init; }
    public required string Jurisdiction { get; init; }
    public required string Kind { get; init; }

    /// <summary>IANA time zone in which its days begin and end.</summary>
    public required string TimeZone { get; init; }

    public required IReadOnlyList<ContactPoint> ContactPoints { get; init; }

    /// <summary>Public holidays besides Saturdays and Sundays.</summary>
    public required IReadOnlyList<DateOnly> Holidays { get; init; }

    /// <summary>Reads an announcement; a date that does not exist is an error and nothing is kept.</summary>
    public static AuthorityReplica Of(AuthorityRegistered entry) =>
        new()
        {
            Id = entry.Code,
            Revision = entry.Revision,
            Hash = ContentHash.Of(entry with { Revision = 0 }),
            Name = entry.Name,
            Jurisdiction = entry.Jurisdiction,
            Kind = entry.Kind,
            TimeZone = entry.TimeZone,
            ContactPoints = entry.ContactPoints,
            Holidays = [.. entry.Holidays.Select(IsoDate.Read)],
        };

    /// <summary>The authority as the law knows it.</summary>
    public AuthorityProfile ToProfile() =>
        new()
        {
            Code = Id,
            Name = Name,
            Jurisdiction = Jurisdiction,
            Kind = Kind,
            TimeZone = TimeZone,
            ContactPoint = ContactPoints.Count == 0 ? "" : ContactPoints[0].Address,
            Holidays = [.. Holidays],
        };
}
