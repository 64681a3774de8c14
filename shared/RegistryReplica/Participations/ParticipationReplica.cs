using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.RegistryReplica;

/// <summary>This service's copy of how an authority takes part in an instrument.</summary>
public sealed record ParticipationReplica
{
    /// <summary>Authority and instrument.</summary>
    public required string Id { get; init; }

    public long Revision { get; set; }

    /// <summary>Hash of the content, whatever its revision.</summary>
    public required string Hash { get; init; }

    public required string Authority { get; init; }
    public required string InstrumentId { get; init; }
    public required string Status { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; init; }
    public DateOnly? NoticeGiven { get; init; }
    public string? List { get; init; }

    /// <summary>What the authority can do; absent where the list itself says so.</summary>
    public IReadOnlyList<string>? Capabilities { get; init; }

    /// <summary>Nobody has checked it against the depositary's list yet.</summary>
    public bool Unverified { get; init; }

    /// <summary>Reads an announcement; a date that does not exist is an error and nothing is kept.</summary>
    public static ParticipationReplica Of(ParticipationRecorded record) =>
        new()
        {
            Id = $"{record.Authority}@{record.InstrumentId}",
            Revision = record.Revision,
            Hash = ContentHash.Of(record with { Revision = 0 }),
            Authority = record.Authority,
            InstrumentId = record.InstrumentId,
            Status = record.Status,
            From = IsoDate.Read(record.From),
            To = record.To is { } to ? IsoDate.Read(to) : null,
            NoticeGiven = record.NoticeGiven is { } notice ? IsoDate.Read(notice) : null,
            List = record.List,
            Capabilities = record.Capabilities.Count > 0 || record.HasOwnCapabilities ? record.Capabilities : null,
            Unverified = record.Unverified,
        };

    /// <summary>The participation as the law knows it.</summary>
    public Participation ToParticipation() =>
        new()
        {
            Authority = Authority,
            Instrument = InstrumentId,
            Status = Status,
            From = From,
            To = To,
            NoticeGiven = NoticeGiven,
            List = List,
            Capabilities = Capabilities is null ? null : [.. Capabilities],
            Verified = !Unverified,
        };
}
