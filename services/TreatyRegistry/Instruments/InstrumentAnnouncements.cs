using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyRegistry.Instruments.Domain;

namespace CaseCoordination.TreatyRegistry.Instruments;

/// <summary>Every publication is told to everyone; proposals are the registrars' own.</summary>
internal static class InstrumentAnnouncements
{
    public static IEnumerable<Announcement> Announce(object @event) =>
        @event is PublicationRecorded { Publication: { } publication }
            ?
            [
                new Announcement(
                    new InstrumentPublished
                    {
                        InstrumentId = publication.InstrumentId,
                        Revision = publication.Revision,
                        ContentHash = publication.ContentHash,
                        EffectiveFrom = IsoDate.Write(publication.EffectiveFrom),
                        Terms = publication.Terms,
                    },
                    Announcement.Everyone
                ),
            ]
            : [];
}
