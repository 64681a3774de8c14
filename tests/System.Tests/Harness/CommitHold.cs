using System.Globalization;
using CaseCoordination.Testing;
using Npgsql;

namespace CaseCoordination.SystemTests.Harness;

/// <summary>
/// Holds every transaction that added events inside its commit: the server will complete it, whether or not the process that
/// asked for it is still there to hear of it.
/// </summary>
internal sealed class CommitHold : IAsyncDisposable
{
    private const int Lock = 7262;
    private readonly SystemNode _node;
    private readonly string _service;
    private readonly NpgsqlConnection _connection;
    private bool _isReleased;

    private CommitHold(SystemNode node, string service, NpgsqlConnection connection) =>
        (_node, _service, _connection) = (node, service, connection);

    /// <param name="eventType">Only transactions that added an event of this type; without it all that added any.</param>
    public static async Task<CommitHold> OnAsync(SystemNode node, string service, string? eventType = null)
    {
        var chosen = eventType is null ? "" : $"when (new.type = '{eventType}')";
        var hold = new CommitHold(node, service, await node.Place.ConnectAsync(service));
        await hold.RunAsync(
            $"""
            select pg_advisory_lock({Lock});
            create function store.test_hold() returns trigger language plpgsql as
                $hold$ begin perform pg_advisory_xact_lock_shared({Lock}); return null; end $hold$;
            create constraint trigger test_hold after insert on store.mt_events
                deferrable initially deferred for each row {chosen} execute function store.test_hold();
            """
        );
        return hold;
    }

    /// <summary>Waits until so many commits stand still.</summary>
    public Task ReachedByAsync(int commits) =>
        Eventually.HoldsAsync(
            async () => await WaitingAsync() >= commits,
            string.Create(CultureInfo.InvariantCulture, $"{commits} commits of {_service} to stand still")
        );

    /// <summary>Lets everything go on; what comes later is not held.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isReleased)
        {
            return;
        }

        _isReleased = true;
        await RunAsync($"select pg_advisory_unlock({Lock})");
        await RunAsync("drop function store.test_hold cascade");
        await _connection.DisposeAsync();
    }

    private async Task<long> WaitingAsync() =>
        (long)
            (
                await _node.Place.SqlAsync(
                    _service,
                    $"select count(*) from pg_locks where locktype = 'advisory' and objid = {Lock} and not granted"
                )
            )!;

    private async Task RunAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync();
    }
}
