using CaseCoordination.Platform.Store;
using CaseCoordination.TreatyLaw;
using Marten;

namespace CaseCoordination.RegistryReplica;

/// <summary>
/// The law as this service knows it: built once from the copies, and again when the stamp says that a copy changed, no matter
/// which replica of the service changed it. One query tells; terms that were parsed before are not parsed again.
/// </summary>
public sealed class LawBookCache(AuthoritySessions sessions) : IDisposable
{
    private readonly SemaphoreSlim _building = new(1, 1);
    private Dictionary<string, Instrument> _parsed = new(StringComparer.Ordinal);
    private volatile Known? _known;

    /// <summary>Everything announced so far; ask it for the book of a day.</summary>
    public async Task<RegistrySnapshot> SnapshotAsync(CancellationToken cancellation)
    {
        await using var session = sessions.Open(Keeping.Node, Keeping.Actor);
        var stamp = await StampAsync(session, cancellation);
        if (_known is { } known && known.Stamp == stamp)
        {
            return known.Snapshot;
        }

        await _building.WaitAsync(cancellation);
        try
        {
            // Read before the copies: what changes meanwhile makes the stamp differ again, and is seen the next time.
            stamp = await StampAsync(session, cancellation);
            if (_known is { } built && built.Stamp == stamp)
            {
                return built.Snapshot;
            }

            var snapshot = await ReadAsync(session, cancellation);
            _known = new Known(stamp, snapshot);
            return snapshot;
        }
        finally
        {
            _building.Release();
        }
    }

    /// <summary>The law on a day.</summary>
    public async Task<LawBook> BookAsync(DateOnly day, CancellationToken cancellation) =>
        (await SnapshotAsync(cancellation)).BookOn(day);

    public void Dispose() => _building.Dispose();

    private static async Task<Guid> StampAsync(AuthoritySession session, CancellationToken cancellation) =>
        (await session.Documents.LoadAsync<RegistryStamp>(RegistryStamp.Row, cancellation))?.Value ?? Guid.Empty;

    private async Task<RegistrySnapshot> ReadAsync(AuthoritySession session, CancellationToken cancellation)
    {
        var authorities = await session.Documents.Query<AuthorityReplica>().ToListAsync(cancellation);
        var participations = await session.Documents.Query<ParticipationReplica>().ToListAsync(cancellation);
        var published = await session
            .Documents.Query<InstrumentReplica>()
            .Select(i => new { i.ContentHash, i.EffectiveFrom })
            .ToListAsync(cancellation);
        var parsed = await ParseAsync(
            session,
            published.Select(p => p.ContentHash).Distinct(StringComparer.Ordinal),
            cancellation
        );
        return new RegistrySnapshot(
            authorities.Select(a => a.ToProfile()),
            published
                .Where(p => parsed.ContainsKey(p.ContentHash))
                .Select(p => new Publication(p.EffectiveFrom, parsed[p.ContentHash])),
            participations.Select(p => p.ToParticipation())
        );
    }

    private async Task<Dictionary<string, Instrument>> ParseAsync(
        AuthoritySession session,
        IEnumerable<string> hashes,
        CancellationToken cancellation
    )
    {
        var wanted = hashes.ToList();
        var missing = wanted.Where(hash => !_parsed.ContainsKey(hash)).ToArray();
        var parsed = wanted
            .Where(_parsed.ContainsKey)
            .ToDictionary(hash => hash, hash => _parsed[hash], StringComparer.Ordinal);
        if (missing.Length > 0)
        {
            var texts = await session
                .Documents.Query<InstrumentReplica>()
                .Where(i => i.ContentHash.IsOneOf(missing))
                .ToListAsync(cancellation);
            foreach (var text in texts.DistinctBy(t => t.ContentHash, StringComparer.Ordinal))
            {
                parsed[text.ContentHash] = InstrumentJson.Read(text.Terms, text.InstrumentId);
            }
        }

        return _parsed = parsed;
    }

    private sealed record Known(Guid Stamp, RegistrySnapshot Snapshot);
}
