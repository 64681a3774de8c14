using CaseCoordination.DataSharing.Packages;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Packages.Questions;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.DataSharing.Notifications;

/// <summary>What the feed tells of packages.</summary>
public static class PackageNotifications
{
    public static FeedSource Source { get; } =
        new(
            [
                typeof(PackagePrepared),
                typeof(PackageApproved),
                typeof(PackageReleased),
                typeof(PackageReceived),
                typeof(PackageRetrieved),
                typeof(RetrievalFailed),
            ],
            [
                "package.prepared",
                "package.approved",
                "package.released",
                "package.received",
                "package.retrieved",
                "package.retrieval-failed",
            ],
            Tell,
            FindAsync
        );

    public static Notice? Tell(object @event) =>
        @event switch
        {
            PackagePrepared => new("package.prepared"),
            PackageApproved => new("package.approved"),
            PackageReleased => new("package.released"),
            PackageReceived => new("package.received"),
            PackageRetrieved => new("package.retrieved"),
            RetrievalFailed => new("package.retrieval-failed"),
            _ => null,
        };

    private static async Task<IReadOnlyList<FeedSubject>> FindAsync(
        AuthoritySession session,
        Guid[] ids,
        Caller caller,
        CancellationToken cancellation
    ) =>
        await PackageVisibility
            .Visible(session.Documents.Query<PackageEntry>().Where(e => e.Id.IsOneOf(ids)), caller)
            .Select(e => new FeedSubject(e.Id, e.Sheet.Reference, e.State, e.Side, e.Partner))
            .ToListAsync(cancellation);
}
