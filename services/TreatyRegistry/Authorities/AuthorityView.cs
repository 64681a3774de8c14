using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyLaw;
using CaseCoordination.TreatyRegistry.Authorities.Domain;
using CaseCoordination.TreatyRegistry.Proposals;

namespace CaseCoordination.TreatyRegistry.Authorities;

/// <summary>An authority's entry as everyone sees it.</summary>
public sealed record AuthorityView
{
    public required string Code { get; init; }
    public required Guid StreamId { get; init; }

    /// <summary>Version of the stream; what If-Match takes.</summary>
    public required long Version { get; init; }

    /// <summary>Version at which the entry was announced last.</summary>
    public required long Revision { get; init; }

    /// <summary>Hash of the content, by which copies are compared.</summary>
    public required string Hash { get; init; }

    public required string Name { get; init; }
    public required string Jurisdiction { get; init; }
    public required string Kind { get; init; }
    public required string TimeZone { get; init; }
    public required IReadOnlyList<Contact> Contacts { get; init; }

    /// <summary>Public holidays besides Saturdays and Sundays.</summary>
    public required IReadOnlyList<DateOnly> Holidays { get; init; }

    public required int CalendarVersion { get; init; }
    public required string RecordedBy { get; init; }
    public string? ApprovedBy { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The authority as the law knows it.</summary>
    internal AuthorityProfile ToProfile() =>
        new()
        {
            Code = Code,
            Name = Name,
            Jurisdiction = Jurisdiction,
            Kind = Kind,
            TimeZone = TimeZone,
            Holidays = [.. Holidays],
        };

    internal static IEnumerable<object> Of(Authority state, StreamFacts facts)
    {
        foreach (var proposal in ProposalView.Of(state.Proposals, facts))
        {
            yield return proposal;
        }

        if (state is { Entry: { } entry, Source: { } source })
        {
            yield return new AuthorityView
            {
                Code = entry.Code,
                StreamId = facts.Id,
                Version = facts.Version,
                Revision = entry.Revision,
                Hash = AuthorityReplica.Of(AuthorityAnnouncements.Contract(entry)).Hash,
                Name = entry.Name,
                Jurisdiction = entry.Jurisdiction,
                Kind = entry.Kind,
                TimeZone = entry.TimeZone,
                Contacts = entry.Contacts,
                Holidays = entry.Holidays,
                CalendarVersion = entry.CalendarVersion,
                RecordedBy = source.By,
                ApprovedBy = source.ApprovedBy,
                RecordedAt = source.At,
            };
        }
    }
}
