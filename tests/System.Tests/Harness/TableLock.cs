using System.Globalization;
using CaseCoordination.Testing;
using Npgsql;

namespace CaseCoordination.SystemTests.Harness;

/// <summary>Keeps everybody from adding events to a service's store: who decides waits inside its transaction, before the commit.</summary>
internal sealed class TableLock : IAsyncDisposable
{
    private readonly SystemNode _node;
    private readonly string _service;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private TableLock(SystemNode node, string service, NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (_node, _service, _connection, _transaction) = (node, service, connection, transaction);

    public static async Task<TableLock> OnAsync(SystemNode node, string service)
    {
        var connection = await node.Place.ConnectAsync(service);
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(
            "lock table store.mt_events in share mode",
            connection,
            transaction
        );
        await command.ExecuteNonQueryAsync();
        return new TableLock(node, service, connection, transaction);
    }

    /// <summary>Waits until so many transactions stand in line; tells which, so that one that came back on the same connection differs.</summary>
    public async Task<string> WaitedForAsync(int transactions, string except = "")
    {
        var waiting = await Eventually.GetAsync(
            WaitingAsync,
            waiting => waiting.Count >= transactions && !waiting.Any(one => except.Split(' ').Contains(one)),
            string.Create(CultureInfo.InvariantCulture, $"{transactions} transactions of {_service} to wait")
        );
        return string.Join(' ', waiting);
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task<IReadOnlyList<string>> WaitingAsync() =>
        (
            await _node.SqlAsync(
                _service,
                """
                select string_agg(pid || '@' || extract(epoch from waitstart), ' ') from pg_locks
                where relation = 'store.mt_events'::regclass and not granted
                """
            )
        )?.Split(' ') ?? [];
}
