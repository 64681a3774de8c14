using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Holdings.Questions;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.DataSharing.Notifications;

/// <summary>What the feed tells of holdings; the reference is that of the package they came in.</summary>
public static class HoldingNotifications
{
    public static FeedSource Source { get; } =
        new(
            [
                typeof(HoldingOpened),
                typeof(HoldingRecalled),
                typeof(HoldingCorrected),
                typeof(HoldingRetentionEnded),
                typeof(HoldingDeleted),
            ],
            ["holding.opened", "holding.recalled", "holding.corrected", "holding.retention-ended", "holding.deleted"],
            Tell,
            FindAsync
        );

    public static Notice? Tell(object @event) =>
        @event switch
        {
            HoldingOpened => new("holding.opened"),
            HoldingRecalled => new("holding.recalled"),
            HoldingCorrected => new("holding.corrected"),
            HoldingRetentionEnded => new("holding.retention-ended"),
            HoldingDeleted => new("holding.deleted"),
            _ => null,
        };

    private static async Task<IReadOnlyList<FeedSubject>> FindAsync(
        AuthoritySession session,
        Guid[] ids,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var found = await ListHoldings
            .Visible(session.Documents.Query<HoldingEntry>().Where(e => e.Id.IsOneOf(ids)), caller)
            .ToListAsync(cancellation);
        return [.. found.Select(e => new FeedSubject(e.Id, e.Sheet.Reference, e.State, "holder", e.Sender))];
    }
}
