using CaseCoordination.DataSharing.Requests.Questions;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Notifications;

/// <summary>One kind of thing that the feed tells of.</summary>
/// <param name="Events">Events that may be told; the others are not even read.</param>
/// <param name="Types">Every type of entry that can come of them.</param>
/// <param name="Tell">Pure: what an event tells; null when nothing.</param>
/// <param name="FindAsync">Of these things, those that the reader may know.</param>
public sealed record FeedSource(
    IReadOnlyList<Type> Events,
    IReadOnlyList<string> Types,
    Func<object, Notice?> Tell,
    Func<AuthoritySession, Guid[], Caller, CancellationToken, Task<IReadOnlyList<FeedSubject>>> FindAsync
)
{
    /// <summary>Everything that the feed tells of; a new kind of thing is one more line.</summary>
    public static IReadOnlyList<FeedSource> All { get; } = [RequestNotifications.Source];

    /// <summary>Every type of entry there is.</summary>
    public static IReadOnlyList<string> AllTypes { get; } = [.. All.SelectMany(s => s.Types)];
}
