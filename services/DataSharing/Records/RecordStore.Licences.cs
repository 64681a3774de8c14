using System.Runtime.CompilerServices;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Records;

/// <summary>What batches say of licences, one after the other.</summary>
internal static partial class RecordStore
{
    /// <summary>The rows of a batch in their order, some thousands at a time; a batch that is withdrawn meanwhile ends there.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<StoredRecord>> PagesOfAsync(
        AuthoritySession session,
        Guid batch,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var after = 0;
        while (true)
        {
            var page = await PageOfAsync(session, batch, after, cancellation);
            if (page.Count > 0)
            {
                yield return page;
            }

            if (page.Count < RowsPerRead)
            {
                yield break;
            }

            after = page[^1].Number;
        }
    }

    /// <summary>The last word on each licence: in one batch, or in the latest batch before it that knows the licence.</summary>
    /// <param name="session">The authority's session.</param>
    /// <param name="batch">The batch; batches are numbered in the order in which they were sent.</param>
    /// <param name="isBefore">True for the batches before it, false for the batch itself.</param>
    /// <param name="licences">Some hundred at most: each is looked up for itself.</param>
    /// <param name="cancellation">Stops the statement.</param>
    public static async Task<IReadOnlyDictionary<LicenceKey, StoredRecord>> LastOfAsync(
        AuthoritySession session,
        Guid batch,
        bool isBefore,
        IReadOnlyList<LicenceKey> licences,
        CancellationToken cancellation
    )
    {
        // A LEI or MIC finds other licences of its owner too: what is compared is what names the licence in its own row.
        await using var reader = await QueryAsync(
            session,
            $"""
            select w.place, p.batch, p.number, p.at, p.body
            from unnest($4, $5) with ordinality as w (key, value, place)
            cross join lateral (
                select r.batch, r.number, r.at, r.body from {Schema}.{Keys} k
                join {Schema}.{Records} r on r.tenant_id = $1 and r.batch = k.batch and r.number = k.number
                where k.tenant_id = $1 and k.category = $2 and k.key = w.key and k.batch {(isBefore ? "<" : "=")} $3
                    and coalesce(r.body::json ->> 'licenceNumber', r.body::json ->> 'mic', r.body::json ->> 'lei') = w.value
                order by k.batch desc, k.at desc, k.number desc limit 1) p
            """,
            cancellation,
            LicenceRegister.Category,
            batch,
            licences.Select(l => $"{l.Scheme}:{l.Value}").ToArray(),
            licences.Select(l => l.Value).ToArray()
        );
        var last = new Dictionary<LicenceKey, StoredRecord>();
        while (await reader.ReadAsync(cancellation))
        {
            last[licences[(int)reader.GetInt64(0) - 1]] = new StoredRecord(
                reader.GetGuid(1),
                reader.GetInt32(2),
                At(reader, 3),
                reader.GetString(4)
            );
        }

        return last;
    }

    private static async Task<IReadOnlyList<StoredRecord>> PageOfAsync(
        AuthoritySession session,
        Guid batch,
        int after,
        CancellationToken cancellation
    )
    {
        await using var reader = await QueryAsync(
            session,
            $"""
            select number, at, body from {Schema}.{Records}
            where tenant_id = $1 and batch = $2 and number > $3 order by number limit {RowsPerRead}
            """,
            cancellation,
            batch,
            after
        );
        var rows = new List<StoredRecord>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(new StoredRecord(batch, reader.GetInt32(0), At(reader, 1), reader.GetString(2)));
        }

        return rows;
    }
}
