using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.DataSharing.Notices.Questions;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.DataSharing.Notifications;

/// <summary>What the feed tells of notices; an own one has as many partners as it was offered to, and names none.</summary>
public static class NoticeNotifications
{
    public static FeedSource Source { get; } =
        new(
            [
                typeof(NoticeOffered),
                typeof(NoticeReceived),
                typeof(NoticeChecked),
                typeof(NoticeAcknowledged),
                typeof(NoticeWithdrawn),
            ],
            ["notice.offered", "notice.received", "notice.checked", "notice.acknowledged", "notice.withdrawn"],
            Tell,
            FindAsync
        );

    public static Notice? Tell(object @event) =>
        @event switch
        {
            NoticeOffered => new("notice.offered"),
            NoticeReceived => new("notice.received"),
            NoticeChecked => new("notice.checked"),
            NoticeAcknowledged => new("notice.acknowledged"),
            NoticeWithdrawn => new("notice.withdrawn"),
            _ => null,
        };

    private static async Task<IReadOnlyList<FeedSubject>> FindAsync(
        AuthoritySession session,
        Guid[] ids,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var found = await ListNotices
            .Visible(session.Documents.Query<NoticeEntry>().Where(e => e.Id.IsOneOf(ids)), caller)
            .ToListAsync(cancellation);
        return [.. found.Select(e => SubjectOf(e, session.Authority))];
    }

    private static FeedSubject SubjectOf(NoticeEntry entry, string authority) =>
        entry.From == authority
            ? new FeedSubject(entry.Id, entry.Sheet.Reference, entry.State, "sender", "")
            : new FeedSubject(entry.Id, entry.Sheet.Reference, entry.State, "recipient", entry.From);
}
