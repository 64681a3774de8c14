using CaseCoordination.Contracts.DataSharing.V1;
using CaseCoordination.DataSharing.Records.Domain;
using CaseCoordination.Platform.Messaging;

namespace CaseCoordination.DataSharing.Records;

/// <summary>What a batch of records tells its own authority: that licences came in. Everything else stays in the file.</summary>
public static class RecordAnnouncements
{
    public static IEnumerable<Announcement> Announce(object @event, string authority) =>
        @event switch
        {
            RecordsIngested { Category: LicenceRegister.Category } e =>
            [
                new Announcement(
                    new LicencesIngested
                    {
                        BatchId = e.BatchId,
                        Authority = authority,
                        At = e.At,
                    },
                    authority
                )
                {
                    Lane = LicenceRegister.Category,
                },
            ],
            _ => [],
        };
}
