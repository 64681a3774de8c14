using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Resilience;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CaseCoordination.Platform.Store;

/// <summary>Wakes those who follow events when more of them are committed for certain: one watcher for all of a process.</summary>
public sealed class EventPulse : BackgroundService
{
    // A notification that was lost costs this much; while the store is ahead of what is certain, it is looked at more often.
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);

    private const string Sql = $"""
        select (select last_value from {StoreSetup.Schema}.mt_events_sequence),
               coalesce((select last_seq_id from {StoreSetup.Schema}.mt_event_progression where name = 'HighWaterMark'), 0)
        """;

    private readonly CommitSignal _signal;
    private readonly string _connection;
    private readonly ILogger<EventPulse> _logger;
    private TaskCompletionSource _moved = NewMove();
    private long _mark;

    internal EventPulse(CommitSignal signal, IConfiguration configuration, ILogger<EventPulse> logger) =>
        (_signal, _connection, _logger) = (signal, Migration.Required(configuration, "Runtime"), logger);

    /// <summary>The place in the store up to which everything was committed when last looked at.</summary>
    public long Mark => Volatile.Read(ref _mark);

    /// <summary>Ends when more is committed than was seen, or after a time.</summary>
    public async Task WaitAsync(long seen, TimeSpan atMost, CancellationToken cancellation)
    {
        var moved = Volatile.Read(ref _moved).Task;
        if (Mark <= seen)
        {
            await Task.WhenAny(moved, Task.Delay(atMost, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = Shortest;
        while (!stoppingToken.IsCancellationRequested)
        {
            var commit = _signal.NextAsync();
            var isBehind = await LookAsync(stoppingToken);
            pause = isBehind ? TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, Longest.Ticks)) : Shortest;
            await Task.WhenAny(commit, Task.Delay(isBehind ? pause : Idle, stoppingToken));
        }
    }

    private async Task<bool> LookAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(_connection);
            await connection.OpenAsync(cancellation);
            await using var read = new NpgsqlCommand(Sql, connection);
            await using var row = await read.ExecuteReaderAsync(cancellation);
            await row.ReadAsync(cancellation);
            var (last, mark) = (row.GetInt64(0), row.GetInt64(1));
            if (mark > Mark)
            {
                Volatile.Write(ref _mark, mark);
                Interlocked.Exchange(ref _moved, NewMove()).TrySetResult();
            }

            return mark < last;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception e) when (Pipelines.IsDatabase(e) || e is TimeoutException)
        {
            _logger.LogInformation("Events cannot be followed for now ({Kind}).", e.GetType().Name);
            return false;
        }
    }

    private static TaskCompletionSource NewMove() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
