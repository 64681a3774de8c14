using CaseCoordination.DataSharing.Records.Domain;
using CaseCoordination.DataSharing.Records.Questions;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.DataSharing.Notifications;

/// <summary>What the feed tells of batches of records, to those who may see batches; the reference is the category.</summary>
public static class RecordNotifications
{
    public static FeedSource Source { get; } =
        new(
            [typeof(RecordsIngested), typeof(RecordsWithdrawn)],
            ["batch.ingested", "batch.withdrawn"],
            Tell,
            FindAsync
        );

    public static Notice? Tell(object @event) =>
        @event switch
        {
            RecordsIngested => new("batch.ingested"),
            RecordsWithdrawn => new("batch.withdrawn"),
            _ => null,
        };

    private static async Task<IReadOnlyList<FeedSubject>> FindAsync(
        AuthoritySession session,
        Guid[] ids,
        Caller caller,
        CancellationToken cancellation
    )
    {
        if (!ShowBatches.Readers.Any(caller.Roles.Contains))
        {
            return [];
        }

        var found = await session.Documents.Query<BatchEntry>().Where(e => e.Id.IsOneOf(ids)).ToListAsync(cancellation);
        return [.. found.Select(e => new FeedSubject(e.Id, e.Category, e.State, "holder", ""))];
    }
}
