using CaseCoordination.DataSharing.Records.Domain;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Records;

/// <summary>Notes once in a batch of licences what notices were drafted from it, and what was left.</summary>
public sealed record NoteLicenceNotices(LicenceNotices Notices)
{
    /// <summary>A batch that was withdrawn meanwhile tells it too: the drafts stay until a person withdraws or offers them.</summary>
    public static Decision<RecordBatchEvent> Decide(
        RecordBatch current,
        NoteLicenceNotices command,
        DateTimeOffset now
    ) =>
        current switch
        {
            { Ingested: null } => Refusal.Unknown("batch-unknown", "There is no such batch."),
            { Notices: not null } => new NoChange(),
            _ => new LicenceNoticesDrafted(
                command.Notices.Drafted,
                command.Notices.LeftOut,
                command.Notices.Known,
                now
            ),
        };
}
