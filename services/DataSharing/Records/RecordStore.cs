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
internal static partial class RecordStore
{
    public const string Records = "records";
    public const string Keys = "record_keys";
    public const string Reads = "record_reads";

    private const string Schema = EventStoreBuilder.Schema;
    private const int RowsPerDelete = 200_000;

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
