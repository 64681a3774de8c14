using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Records;

/// <summary>Finding records.</summary>
internal static partial class RecordStore
{
    private const int RowsPerRead = 2_000;
    private const int HitsCompared = 1_000;
    private const string Order = "order by at, batch, number";

    /// <summary>
    /// All records that are meant, in the order in which they happened. They are read some thousands at a time, so that no
    /// statement runs long however many there are; a batch that comes or goes meanwhile may be told in part.
    /// </summary>
    public static async IAsyncEnumerable<StoredRecord> ReadAsync(
        AuthoritySession session,
        RecordFilter filter,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        (DateTimeOffset?, Guid, int)? after = null;
        while (true)
        {
            var page = await PageAsync(session, filter, after, RowsPerRead, cancellation);
            foreach (var record in page)
            {
                yield return record;
            }

            if (page.Count < RowsPerRead)
            {
                yield break;
            }

            after = (page[^1].At, page[^1].Batch, page[^1].Number);
        }
    }

    /// <summary>Some records in the order in which they happened.</summary>
    /// <param name="session">The authority's session.</param>
    /// <param name="filter">Which records.</param>
    /// <param name="after">The record that those wanted follow; absent for the first.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellation">Stops between records.</param>
    public static async Task<IReadOnlyList<StoredRecord>> PageAsync(
        AuthoritySession session,
        RecordFilter filter,
        (DateTimeOffset? At, Guid Batch, int Number)? after,
        int limit,
        CancellationToken cancellation
    )
    {
        var groups = await RarestFirstAsync(session, filter, after, cancellation);
        var parameters = new List<object> { filter.Category };
        var found = Found(filter, groups, after, limit, parameters);
        var sql =
            groups.Count == 0
                ? $"select at, batch, number, body {found}"
                : $"""
                    select r.at, r.batch, r.number, r.body from (select distinct at, batch, number {found}) h
                    join {Schema}.{Records} r on r.tenant_id = $1 and r.batch = h.batch and r.number = h.number
                    order by h.at, h.batch, h.number
                    """;
        await using var reader = await QueryAsync(session, sql, cancellation, [.. parameters]);
        var records = new List<StoredRecord>(limit);
        while (await reader.ReadAsync(cancellation))
        {
            records.Add(new StoredRecord(reader.GetGuid(1), reader.GetInt32(2), At(reader, 0), reader.GetString(3)));
        }

        return records;
    }

    public static async Task<long> CountAsync(
        AuthoritySession session,
        RecordFilter filter,
        CancellationToken cancellation
    )
    {
        var parameters = new List<object> { filter.Category };
        var found = Found(filter, filter.KeyGroups, null, null, parameters);
        await using var reader = await QueryAsync(
            session,
            $"select count(*) from (select distinct at, batch, number {found}) h",
            cancellation,
            [.. parameters]
        );
        await reader.ReadAsync(cancellation);
        return reader.GetInt64(0);
    }

    // Of several things asked for, that one leads whose thousandth hit from here on comes last or never: the fewest of its hits
    // are looked at until a page is full.
    private static async Task<IReadOnlyList<string[]>> RarestFirstAsync(
        AuthoritySession session,
        RecordFilter filter,
        (DateTimeOffset?, Guid, int)? after,
        CancellationToken cancellation
    )
    {
        var groups = filter.KeyGroups;
        if (groups.Count < 2)
        {
            return groups;
        }

        var parameters = new List<object> { filter.Category };
        var range = Range(filter, after, parameters);
        var reached = groups.Select(keys =>
            $"(select at from ({Hits(keys, range, "", HitsCompared + 1, parameters)}) u order by at offset {HitsCompared} limit 1)"
        );
        await using var reader = await QueryAsync(
            session,
            $"select {string.Join(", ", reached)}",
            cancellation,
            [.. parameters]
        );
        await reader.ReadAsync(cancellation);
        return
        [
            .. groups
                .Select((keys, i) => (Keys: keys, At: reader.IsDBNull(i) ? DateTime.MaxValue : reader.GetDateTime(i)))
                .OrderByDescending(g => g.At)
                .Select(g => g.Keys),
        ];
    }

    // What stands after the columns. The first group of keys is read off its index in order of time; the others are looked up
    // for each hit.
    private static string Found(
        RecordFilter filter,
        IReadOnlyList<string[]> groups,
        (DateTimeOffset?, Guid, int)? after,
        int? limit,
        List<object> parameters
    )
    {
        var range = Range(filter, after, parameters);
        if (groups.Count == 0)
        {
            return $"from {Schema}.{Records} where {range} {Order} {Enough(limit)}";
        }

        // The offset keeps the planner from joining all hits of both before it cuts the page.
        var others = groups
            .Skip(1)
            .Select(keys =>
                $"""
                     and exists (select from {Schema}.{Keys} o where o.tenant_id = $1 and o.category = $2
                        and o.key = any({Parameter(keys, parameters)})
                        and o.at = k.at and o.batch = k.batch and o.number = k.number {(
                        limit is null ? "" : "offset 0"
                    )})
                    """
            );
        return $"from ({Hits(groups[0], range, string.Concat(others), limit, parameters)}) u {Order} {Enough(limit)}";
    }

    // A record that has several of the keys is told several times.
    private static string Hits(string[] keys, string range, string others, int? limit, List<object> parameters) =>
        string.Join(
            " union all ",
            keys.Select(key =>
                $"""
                    (select at, batch, number from {Schema}.{Keys} k
                    where {range} and key = {Parameter(key, parameters)}{others} {Order} {Enough(limit)})
                    """
            )
        );

    private static string Enough(int? limit) => limit is { } most ? $"limit {most}" : "";

    private static string Range(RecordFilter filter, (DateTimeOffset? At, Guid, int)? after, List<object> parameters)
    {
        var range = new StringBuilder("tenant_id = $1 and category = $2");
        if (filter.From is not null || filter.To is not null)
        {
            range.Append(CultureInfo.InvariantCulture, $" and at > {Parameter(Unknown, parameters)}");
        }

        if (filter.From is { } from)
        {
            range.Append(CultureInfo.InvariantCulture, $" and at >= {Parameter(from.UtcDateTime, parameters)}");
        }

        if (filter.To is { } to)
        {
            range.Append(CultureInfo.InvariantCulture, $" and at < {Parameter(to.UtcDateTime, parameters)}");
        }

        if (after is var (at, batch, number))
        {
            range.Append(
                CultureInfo.InvariantCulture,
                $" and (at, batch, number) > ({Parameter(Instant(at), parameters)}, {Parameter(batch, parameters)}, {Parameter(number, parameters)})"
            );
        }

        return range.ToString();
    }

    private static string Parameter(object value, List<object> parameters)
    {
        parameters.Add(value);
        return $"${parameters.Count + 1}";
    }
}
