using System.Collections.Concurrent;
using CaseCoordination.EnforcementActions.Measures.Questions;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.EnforcementActions.Measures.Connections;

/// <summary>
/// Keeps every replica at the open instructions: as soon as a measure is released, and whenever a further attempt is due. They do
/// not wait for each other.
/// </summary>
public sealed class Instructions(
    CarryOut carryOut,
    EventPulse pulse,
    AuthoritySessions sessions,
    HostedAuthorities hosted,
    ILogger<Instructions> logger
) : BackgroundService
{
    // Further attempts, and what other replicas released, are noticed after this time at the latest.
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private const int AtOnce = 64;

    private readonly ConcurrentDictionary<Guid, Task> _running = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var seen = pulse.Mark;
            try
            {
                foreach (var authority in hosted.Codes)
                {
                    await LookAsync(authority, stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Open instructions are looked at again: {Kind}.", e.GetType().Name);
                logger.LogDebug(e, "Failure of looking at instructions.");
            }

            try
            {
                await pulse.WaitAsync(seen, Tick, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                // Told to stop.
            }
        }

        await Task.WhenAll(_running.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task LookAsync(string authority, CancellationToken stopping)
    {
        await using var session = sessions.Open(authority, "connections");
        var open = await session.Documents.Query<MeasureEntry>().Where(m => m.IsInstructed).ToListAsync(stopping);
        foreach (var done in _running.Where(r => r.Value.IsCompleted))
        {
            _running.TryRemove(done);
        }

        foreach (var entry in open)
        {
            if (_running.Count < AtOnce && !_running.ContainsKey(entry.Id))
            {
                _running[entry.Id] = Task.Run(() => RunAsync(authority, entry, stopping), CancellationToken.None);
            }
        }
    }

    private async Task RunAsync(string authority, MeasureEntry entry, CancellationToken stopping)
    {
        try
        {
            await carryOut.RunAsync(authority, entry, stopping);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            logger.LogWarning(
                "Measure {Measure} of action {Action} is tried again: {Kind}.",
                entry.Measure,
                entry.ActionId,
                e.GetType().Name
            );
            logger.LogDebug(e, "Failure of carrying out an instruction.");
        }
    }
}
