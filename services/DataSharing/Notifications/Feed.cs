using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using JasperFx.Events;

namespace CaseCoordination.DataSharing.Notifications;

/// <summary>An entry and its place in the store.</summary>
public sealed record Noted(long Place, FeedEntry Entry);

/// <summary>Entries that a reader may know, oldest first, and the place up to which there are no others.</summary>
public sealed record FeedPage(IReadOnlyList<Noted> Entries, long Through);

/// <summary>
/// What happened, as one reader may know it, in order. It is read from the stored events themselves, so that nothing is written
/// twice and nothing is told that was not committed.
/// </summary>
public sealed class Feed(FeedCursors cursors)
{
    private const int Batch = 500;
    private static readonly Type[] Events = [.. FeedSource.All.SelectMany(s => s.Events)];

    /// <summary>Entries after a place.</summary>
    /// <param name="session">The authority's session.</param>
    /// <param name="reader">Who reads; what it may not know now is absent.</param>
    /// <param name="after">The place in the store that was read last.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="wanted">Types of entries; null for all.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<FeedPage> ReadAsync(
        AuthoritySession session,
        Caller reader,
        long after,
        int most,
        IReadOnlyCollection<string>? wanted,
        CancellationToken cancellation
    )
    {
        var found = new List<Noted>();
        while (true)
        {
            var page = await session.CommittedAsync(after, Batch, Events, cancellation);
            found.AddRange(await ToldAsync(session, reader, page.Events, wanted, cancellation));
            if (found.Count >= most)
            {
                return new FeedPage([.. found.Take(most)], found[most - 1].Place);
            }

            after = page.Through;
            if (page.IsLast)
            {
                return new FeedPage(found, after);
            }
        }
    }

    private async Task<IReadOnlyList<Noted>> ToldAsync(
        AuthoritySession session,
        Caller reader,
        IReadOnlyList<IEvent> events,
        IReadOnlyCollection<string>? wanted,
        CancellationToken cancellation
    )
    {
        var noted = new List<Noted>();
        foreach (var source in FeedSource.All)
        {
            var told = events
                .Select(e => (Event: e, Notice: source.Tell(e.Data)))
                .Where(x => x.Notice is { } t && wanted?.Contains(t.Type, StringComparer.Ordinal) != false)
                .ToList();
            if (told.Count == 0)
            {
                continue;
            }

            Guid[] ids = [.. told.Select(t => t.Event.StreamId).Distinct()];
            var known = (await source.FindAsync(session, ids, reader, cancellation)).ToDictionary(s => s.Id);
            foreach (var (happened, what) in told.Where(t => known.ContainsKey(t.Event.StreamId)))
            {
                noted.Add(await NoteAsync(session.Authority, happened, what!, known[happened.StreamId], cancellation));
            }
        }

        return [.. noted.OrderBy(n => n.Place)];
    }

    private async Task<Noted> NoteAsync(
        string authority,
        IEvent happened,
        Notice notice,
        FeedSubject subject,
        CancellationToken cancellation
    ) =>
        new(
            happened.Sequence,
            new FeedEntry(
                await cursors.OfEntryAsync(authority, happened.Sequence, cancellation),
                happened.Id,
                notice.Type,
                subject.Id,
                subject.Reference,
                subject.State,
                subject.Side,
                subject.Partner,
                happened.Timestamp.ToUniversalTime(),
                notice.Clock
            )
        );
}
