using CaseCoordination.DataSharing.Holdings.Consents.Domain;
using CaseCoordination.DataSharing.Holdings.Questions;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.DataSharing.Notifications;

/// <summary>What the feed tells of consents and notices of use, which have no reference of their own.</summary>
public static class ConsentNotifications
{
    public static FeedSource Source { get; } =
        new([typeof(ConsentReceived), typeof(ConsentSaid)], ["consent.received", "consent.answered"], Tell, FindAsync);

    public static Notice? Tell(object @event) =>
        @event switch
        {
            ConsentReceived => new("consent.received"),
            ConsentSaid => new("consent.answered"),
            _ => null,
        };

    private static async Task<IReadOnlyList<FeedSubject>> FindAsync(
        AuthoritySession session,
        Guid[] ids,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var found = await ListConsents
            .Visible(session.Documents.Query<ConsentEntry>().Where(e => e.Id.IsOneOf(ids)), caller)
            .ToListAsync(cancellation);
        return
        [
            .. found.Select(e => new FeedSubject(e.Id, "", e.State, e.Side, e.Sheet.AskedBy ?? e.Sheet.Provider ?? "")),
        ];
    }
}
