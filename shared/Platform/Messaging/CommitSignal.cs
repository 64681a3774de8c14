using JasperFx.Events.Daemon.HighWater;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CaseCoordination.Platform.Messaging;

/// <summary>
/// Wakes the announcer after a commit, in this process at once and in the others by a notification. Commits in a row share one
/// notification: a NOTIFY inside every append would serialise the appends on PostgreSQL's notification lock.
/// </summary>
internal sealed class CommitSignal(string runtimeConnection, string daemonConnection, ILogger<CommitSignal> logger)
    : BackgroundService,
        IDaemonWakeup
{
    private const string Channel = "casecoordination_commit";
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(5);
    private readonly SemaphoreSlim _local = new(0, 1);
    private readonly SemaphoreSlim _outgoing = new(0, 1);
    private TaskCompletionSource _next = NewNext();

    public void Raise()
    {
        Wake();
        Release(_outgoing);
    }

    public Task WaitAsync(TimeSpan timeout, CancellationToken token) => _local.WaitAsync(timeout, token);

    /// <summary>Ends at the next commit that is heard of; any number may wait.</summary>
    public Task NextAsync() => Volatile.Read(ref _next).Task;

    public override void Dispose()
    {
        base.Dispose();
        _local.Dispose();
        _outgoing.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            KeepAsync(runtimeConnection, NotifyAsync, stoppingToken),
            KeepAsync(daemonConnection, ListenAsync, stoppingToken)
        );

    // A lost connection costs speed only: the daemon also polls. So it is reopened quietly for as long as it takes.
    private async Task KeepAsync(
        string connectionString,
        Func<NpgsqlConnection, CancellationToken, Task> work,
        CancellationToken stopping
    )
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 30 };
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(settings.ConnectionString);
                await connection.OpenAsync(stopping);
                await work(connection, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
            {
                logger.LogInformation("The commit signal lost its connection ({Kind}).", e.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), stopping)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task NotifyAsync(NpgsqlConnection connection, CancellationToken stopping)
    {
        while (true)
        {
            await _outgoing.WaitAsync(stopping);
            await using var notify = new NpgsqlCommand($"NOTIFY {Channel}", connection);
            await notify.ExecuteNonQueryAsync(stopping);
            await Task.Delay(Gather, stopping);
        }
    }

    private async Task ListenAsync(NpgsqlConnection connection, CancellationToken stopping)
    {
        connection.Notification += (_, _) => Wake();
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(stopping);
        }

        while (true)
        {
            await connection.WaitAsync(stopping);
        }
    }

    private void Wake()
    {
        Release(_local);
        Interlocked.Exchange(ref _next, NewNext()).TrySetResult();
    }

    private static TaskCompletionSource NewNext() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static void Release(SemaphoreSlim signal)
    {
        try
        {
            signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already raised and not yet heard: one wake-up serves both.
        }
    }
}
