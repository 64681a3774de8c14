using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text;
using CaseCoordination.DataSharing.Records.Intake;
using CaseCoordination.Platform.Store;
using Npgsql;
using NpgsqlTypes;

namespace CaseCoordination.DataSharing.Records;

/// <summary>
/// The tables of records and everything that is asked of them. Each statement names the authority of the session, and the
/// database shows a session no other authority's rows besides.
/// </summary>
internal static class RecordStore
{
    public const string Records = "records";
    public const string Keys = "record_keys";
    public const string Reads = "record_reads";

    private const string Schema = EventStoreBuilder.Schema;
    private const int RowsPerDelete = 200_000;
    private const int RowsPerRead = 2_000;

    // A record that does not say when it happened sorts before all others.
    private static readonly DateTime Unknown = DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc);

    /// <summary>
    /// Keys stand in a table of their own, sorted by time under each key: a page is read off its index however common the key
    /// is. A batch lies together on disk, so a summary of pages finds what a withdrawal deletes (adr 0012).
    /// </summary>
    public const string Sql = $"""
        create table if not exists {Schema}.{Records} (
            tenant_id text not null, category text not null, batch uuid not null, number int not null,
            at timestamptz not null, body text not null,
            primary key (tenant_id, batch, number));
        create index if not exists {Records}_at on {Schema}.{Records} (tenant_id, category, at, batch, number);
        create table if not exists {Schema}.{Keys} (
            tenant_id text not null, category text not null, key text not null, at timestamptz not null,
            batch uuid not null, number int not null,
            primary key (tenant_id, category, key, at, batch, number));
        create index if not exists {Keys}_batch on {Schema}.{Keys} using brin (batch) with (pages_per_range = 32);
        create table if not exists {Schema}.{Reads} (
            tenant_id text not null, id uuid not null, at timestamptz not null, by text not null, category text not null,
            query text not null, records bigint null,
            primary key (tenant_id, at, id));
        """;

    /// <summary>Adds records to a batch, in the transaction that the session has begun.</summary>
    public static async Task AddAsync(
        AuthoritySession session,
        string category,
        Guid batch,
        IReadOnlyList<NewRecord> records,
        CancellationToken cancellation
    )
    {
        await RunAsync(
            session,
            $"""
            insert into {Schema}.{Records} (tenant_id, category, batch, number, at, body)
            select $1, $2, $3, number, at, body from unnest($4, $5, $6) as r (number, at, body)
            """,
            cancellation,
            category,
            batch,
            records.Select(r => r.Number).ToArray(),
            records.Select(r => Instant(r.At)).ToArray(),
            records.Select(r => r.Body).ToArray()
        );
        var keys = records.SelectMany(r => r.Keys, (r, key) => (r, key)).ToList();
        await RunAsync(
            session,
            $"""
            insert into {Schema}.{Keys} (tenant_id, category, key, at, batch, number)
            select $1, $2, key, at, $3, number from unnest($4, $5, $6) as k (number, at, key)
            """,
            cancellation,
            category,
            batch,
            keys.Select(k => k.r.Number).ToArray(),
            keys.Select(k => Instant(k.r.At)).ToArray(),
            keys.Select(k => k.key).ToArray()
        );
    }

    /// <summary>Deletes the records of a batch, in the transaction that the session has begun.</summary>
    /// <param name="session">The authority's session.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="lastRow">The highest row that the batch may hold.</param>
    /// <param name="cancellation">Stops between statements.</param>
    public static async Task RemoveAsync(
        AuthoritySession session,
        Guid batch,
        long lastRow,
        CancellationToken cancellation
    )
    {
        for (var row = 0L; row < lastRow; row += RowsPerDelete)
        {
            foreach (var table in (string[])[Keys, Records])
            {
                await RunAsync(
                    session,
                    $"delete from {Schema}.{table} where tenant_id = $1 and batch = $2 and number > $3 and number <= $4",
                    cancellation,
                    batch,
                    (int)row,
                    (int)Math.Min(lastRow, row + RowsPerDelete)
                );
            }
        }
    }

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

    /// <summary>Notes who reads, before anything is shown.</summary>
    public static Task NoteReadAsync(
        AuthoritySession session,
        Guid id,
        DateTimeOffset at,
        string by,
        string category,
        string query,
        CancellationToken cancellation
    ) =>
        RunAsync(
            session,
            $"insert into {Schema}.{Reads} (tenant_id, id, at, by, category, query) values ($1, $2, $3, $4, $5, $6)",
            cancellation,
            id,
            at.UtcDateTime,
            by,
            category,
            query
        );

    /// <summary>Notes how many records a reader was shown.</summary>
    public static Task NoteShownAsync(
        AuthoritySession session,
        Guid id,
        DateTimeOffset at,
        long records,
        CancellationToken cancellation
    ) =>
        RunAsync(
            session,
            $"update {Schema}.{Reads} set records = $4 where tenant_id = $1 and at = $2 and id = $3",
            cancellation,
            at.UtcDateTime,
            id,
            records
        );

    /// <summary>Who read, newest first.</summary>
    public static async Task<IReadOnlyList<RecordRead>> ReadsAsync(
        AuthoritySession session,
        DateTimeOffset before,
        Guid beforeId,
        int limit,
        CancellationToken cancellation
    )
    {
        await using var reader = await QueryAsync(
            session,
            $"""
            select at, id, by, category, query, records from {Schema}.{Reads}
            where tenant_id = $1 and (at, id) < ($2, $3) order by at desc, id desc limit $4
            """,
            cancellation,
            before.UtcDateTime,
            beforeId,
            limit
        );
        var reads = new List<RecordRead>();
        while (await reader.ReadAsync(cancellation))
        {
            reads.Add(
                new RecordRead(
                    reader.GetGuid(1),
                    At(reader, 0)!.Value,
                    reader.GetString(2),
                    reader.GetString(3),
                    reader.GetString(4),
                    await reader.IsDBNullAsync(5, cancellation) ? null : reader.GetInt64(5)
                )
            );
        }

        return reads;
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
            range.Append(System.Globalization.CultureInfo.InvariantCulture, $" and at > {Parameter(Unknown)}");
        }

        if (filter.From is { } from)
        {
            range.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $" and at >= {Parameter(from.UtcDateTime)}"
            );
        }

        if (filter.To is { } to)
        {
            range.Append(System.Globalization.CultureInfo.InvariantCulture, $" and at < {Parameter(to.UtcDateTime)}");
        }

        if (after is { } last)
        {
            range.Append(
                System.Globalization.CultureInfo.InvariantCulture,
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

    private static DateTime Instant(DateTimeOffset? at) => at?.UtcDateTime ?? Unknown;

    private static DateTimeOffset? At(DbDataReader reader, int column)
    {
        var at = reader.GetDateTime(column);
        return at == DateTime.MinValue ? null : new DateTimeOffset(at, TimeSpan.Zero);
    }

    private static async Task RunAsync(
        AuthoritySession session,
        string sql,
        CancellationToken cancellation,
        params object[] parameters
    )
    {
        await using var reader = await QueryAsync(session, sql, cancellation, parameters);
    }

    // The one place where a statement is sent: its first parameter is always the authority of the session.
    private static async Task<DbDataReader> QueryAsync(
        AuthoritySession session,
        string sql,
        CancellationToken cancellation,
        params object[] parameters
    )
    {
        await using var command = new NpgsqlCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = session.Authority, NpgsqlDbType = NpgsqlDbType.Text });
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        }

        return await session.Documents.ExecuteReaderAsync(command, cancellation);
    }
}

/// <summary>That somebody read records: who, when, what was asked for, and how many were shown; absent while it goes on.</summary>
public sealed record RecordRead(Guid Id, DateTimeOffset At, string By, string Category, string Query, long? Records);
