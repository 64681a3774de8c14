using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyRegistry.Participations.Domain;

namespace CaseCoordination.TreatyRegistry.Participations;

/// <summary>Every change of a participation is told to everyone; proposals are the registrars' own.</summary>
internal static class ParticipationAnnouncements
{
    public static IEnumerable<Announcement> Announce(object @event) =>
        @event is ParticipationChanged e ? [new Announcement(Contract(e.Record), Announcement.Everyone)] : [];

    public static ParticipationRecorded Contract(PartyRecord record) =>
        new()
        {
            Authority = record.Authority,
            InstrumentId = record.InstrumentId,
            Revision = record.Revision,
            Status = record.Status,
            From = IsoDate.Write(record.From),
            To = record.To is { } to ? IsoDate.Write(to) : null,
            NoticeGiven = record.NoticeGiven is { } notice ? IsoDate.Write(notice) : null,
            List = record.List,
            Capabilities = record.Capabilities ?? [],
            HasOwnCapabilities = record.Capabilities is not null,
            Unverified = record.Unverified,
        };
}
