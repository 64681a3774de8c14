using JasperFx.Events;
using Marten;
using Marten.Events;

namespace CaseCoordination.Platform.Store;

/// <summary>Events of one authority in the order of the store, and how far that was read.</summary>
/// <param name="Events">Oldest first.</param>
/// <param name="Through">The place in the store up to which nothing was left out.</param>
/// <param name="IsLast">True when nothing more is committed for certain.</param>
public sealed record CommittedPage(IReadOnlyList<IEvent> Events, long Through, bool IsLast);

/// <summary>Reads an authority's events in order without ever passing one that is still on its way into the store.</summary>
public static class CommittedEvents
{
    // Kept by the daemon: below it every sequence number is committed or given up. Reading further would pass a transaction that
    // drew its number early and commits late.
    private const string MarkSql =
        $"select coalesce((select last_seq_id from {StoreSetup.Schema}.mt_event_progression where name = 'HighWaterMark'), 0)";

    /// <summary>The place in the store up to which everything is committed.</summary>
    public static async Task<long> MarkAsync(this AuthoritySession session, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        return (await session.Documents.AdvancedSql.QueryAsync<long>(MarkSql, cancellation))[0];
    }

    /// <summary>Events of these types after a place in the store.</summary>
    public static async Task<CommittedPage> CommittedAsync(
        this AuthoritySession session,
        long after,
        int most,
        Type[] types,
        CancellationToken cancellation
    )
    {
        var mark = await session.MarkAsync(cancellation);
        if (mark <= after)
        {
            return new CommittedPage([], after, IsLast: true);
        }

        var events = await session
            .Documents.Events.QueryAllRawEvents()
            .Where(e => e.Sequence > after && e.Sequence <= mark && e.EventTypesAre(types))
            .OrderBy(e => e.Sequence)
            .Take(most)
            .ToListAsync(cancellation);
        return events.Count < most
            ? new CommittedPage(events, mark, IsLast: true)
            : new CommittedPage(events, events[^1].Sequence, IsLast: false);
    }
}
