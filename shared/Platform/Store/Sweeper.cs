using CaseCoordination.Platform.Deadlines;
using CaseCoordination.Platform.Messaging;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CaseCoordination.Platform.Store;

/// <summary>
/// The service's slow worker: due deadlines, parked streams and messages, old keys. Every replica runs one; a lock that dies
/// with its connection lets one of them work at a time, and working twice would have no second effect.
/// </summary>
internal sealed class Sweeper(
    Lazy<IDaemonStore> store,
    DeadlineSweep deadlines,
    ParkedStreamRetry streams,
    ParkedMessageRetry messages,
    TimeProvider clock,
    ILogger<Sweeper> logger
) : BackgroundService
{
    private const long LockId = 0x43_43_73_77_65_65_70;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // An Idempotency-Key is honoured for two days; an inbox entry outlives every retry of a letter (7 days) by far.
    private static readonly TimeSpan KeepKeys = TimeSpan.FromDays(2);
    private static readonly TimeSpan KeepInbox = TimeSpan.FromDays(90);
    private DateTimeOffset _nextPrune;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = store.Value.Storage.Database.CreateConnection();
                await connection.OpenAsync(stoppingToken);
                await WorkAsync(connection, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogWarning("The sweeper starts over: {Kind}.", e.GetType().Name);
                logger.LogDebug(e, "Sweeper failure.");
            }

            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WorkAsync(NpgsqlConnection connection, CancellationToken stopping)
    {
        while (true)
        {
            await using var tryLock = new NpgsqlCommand($"select pg_try_advisory_lock({LockId})", connection);
            if (await tryLock.ExecuteScalarAsync(stopping) is true)
            {
                try
                {
                    await deadlines.RunAsync(stopping);
                    await streams.RunAsync(stopping);
                    await messages.RunAsync(stopping);
                    await PruneAsync(connection, stopping);
                }
                finally
                {
                    await using var unlock = new NpgsqlCommand($"select pg_advisory_unlock({LockId})", connection);
                    await unlock.ExecuteNonQueryAsync(CancellationToken.None);
                }
            }

            await Task.Delay(Pause, clock, stopping);
        }
    }

    private async Task PruneAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (now < _nextPrune)
        {
            return;
        }

        await using var prune = new NpgsqlCommand(
            $"""
            delete from {StoreSetup.Schema}.mt_doc_idempotencyrecord where mt_last_modified < $1;
            """,
            connection
        )
        {
            Parameters = { new() { Value = now - KeepKeys } },
        };
        await prune.ExecuteNonQueryAsync(cancellation);
        await using var inbox = new NpgsqlCommand(
            $"delete from {StoreSetup.Schema}.mt_doc_inboxentry where mt_last_modified < $1",
            connection
        )
        {
            Parameters = { new() { Value = now - KeepInbox } },
        };
        await inbox.ExecuteNonQueryAsync(cancellation);
        _nextPrune = now + TimeSpan.FromHours(1);
    }
}
