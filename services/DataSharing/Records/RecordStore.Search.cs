using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Records;

/// <summary>Finding records.</summary>
internal static partial class RecordStore
{
    private const int RowsPerRead = 2_000;

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
        var parameters = new List<object> { filter.Category };
        var found = Found(filter, after, limit, parameters);
        var sql =
            filter.KeyGroups.Count == 0
                ? $"select at, batch, number, body {found}"
                : $"""
                    select r.at, r.batch, r.number, r.body from (select distinct at, batch, number {found}) h
                    join {Schema}.{Records} r on r.tenant_id = $1 and r.batch = h.batch and r.number = h.number
                    order by h.at, h.batch, h.number limit {limit}
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
        var found = Found(filter, null, null, parameters);
        await using var reader = await QueryAsync(
            session,
            $"select count(*) from (select distinct at, batch, number {found}) h",
            cancellation,
            [.. parameters]
        );
        await reader.ReadAsync(cancellation);
        return reader.GetInt64(0);
    }

    // What stands after the columns. The first thing asked for is read off its index in order of time; what else is asked for
    // is looked up for each hit.
    private static string Found(
        RecordFilter filter,
        (DateTimeOffset? At, Guid Batch, int Number)? after,
        int? limit,
        List<object> parameters
    )
    {
        string Parameter(object value)
        {
            parameters.Add(value);
            return $"${parameters.Count + 1}";
        }

        var range = new StringBuilder("tenant_id = $1 and category = $2");
        if (filter.From is not null || filter.To is not null)
        {
            range.Append(CultureInfo.InvariantCulture, $" and at > {Parameter(Unknown)}");
        }

        if (filter.From is { } from)
        {
            range.Append(CultureInfo.InvariantCulture, $" and at >= {Parameter(from.UtcDateTime)}");
        }

        if (filter.To is { } to)
        {
            range.Append(CultureInfo.InvariantCulture, $" and at < {Parameter(to.UtcDateTime)}");
        }

        if (after is { } last)
        {
            range.Append(
                CultureInfo.InvariantCulture,
                $" and (at, batch, number) > ({Parameter(Instant(last.At))}, {Parameter(last.Batch)}, {Parameter(last.Number)})"
            );
        }

        var groups = filter.KeyGroups;
        var enough = limit is { } most ? $"limit {most}" : "";
        const string Order = "order by at, batch, number";
        if (groups.Count == 0)
        {
            return $"from {Schema}.{Records} where {range} {Order} {enough}";
        }

        var hits = string.Join(
            " union all ",
            groups[0]
                .Select(key =>
                    $"(select at, batch, number from {Schema}.{Keys} where {range} and key = {Parameter(key)} {Order} {(groups.Count > 1 ? "" : enough)})"
                )
        );
        var others = groups
            .Skip(1)
            .Select(keys =>
                $"""
                    exists (select from {Schema}.{Keys} o where o.tenant_id = $1 and o.category = $2 and o.key = any({Parameter(
                        keys
                    )})
                        and o.at = u.at and o.batch = u.batch and o.number = u.number)
                    """
            );
        return $"""
            from ({hits}) u
            {(groups.Count > 1 ? $"where {string.Join(" and ", others)}" : "")} {Order} {enough}
            """;
    }
}
