namespace CaseCoordination.Correspondence;

/// <summary>Somebody has to act: who, on what, since when, by when, and whether the clock runs, stands or has run out.</summary>
public sealed record WaitLine(string On, string Awaits, DateTimeOffset Since, DateTimeOffset? DueAt, string State);

/// <summary>How much waits on one authority for one kind of act.</summary>
public sealed record WaitingCount(string On, string Awaits, int Count, int Overdue, DateTimeOffset Oldest)
{
    /// <summary>Counts by authority and kind of act, the longest wait first.</summary>
    public static IReadOnlyList<WaitingCount> Of(IEnumerable<WaitLine> waits) =>
        [
            .. waits
                .GroupBy(w => (w.On, w.Awaits))
                .Select(g => new WaitingCount(
                    g.Key.On,
                    g.Key.Awaits,
                    g.Count(),
                    g.Count(w => w.State == "overdue"),
                    g.Min(w => w.Since)
                ))
                .OrderBy(c => c.Oldest)
                .ThenBy(c => c.On, StringComparer.Ordinal),
        ];
}
