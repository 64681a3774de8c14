using System.Collections.Concurrent;
using CaseCoordination.EnforcementActions.Actions.Questions;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.EnforcementActions.Timing;

/// <summary>
/// Lets measures go out at T-0 to the millisecond. Every replica finds the armed files whose T-0 is near, sleeps until then and
/// tries; the stream's version lets one of them succeed. What it misses, the sweeper finds within its second.
/// </summary>
/// <remarks>
/// It costs one indexed query for each hosted authority and second, and before T-0 one read of the stream for each replica and file.
/// At T-0 every replica writes; where another one was faster, the stream is read once more.
/// </remarks>
internal sealed class ReleaseOnTime(
    ReleaseFile release,
    HostedAuthorities hosted,
    AuthoritySessions sessions,
    TimeProvider clock,
    ILogger<ReleaseOnTime> logger
) : BackgroundService
{
    // An order comes before the cut-off and the cut-off before T-0, so that a look each second finds everything in time.
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Near = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<ArmedFile, Task> _waiting = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.WhenAll(hosted.Codes.Select(code => LookAsync(code, stoppingToken)));
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Armed actions are looked for again: {Kind}.", e.GetType().Name);
                logger.LogDebug(e, "Failure to find armed actions.");
            }

            await Task.Delay(Tick, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(_waiting.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task LookAsync(string authority, CancellationToken stopping)
    {
        var until = clock.GetUtcNow() + Near;
        await using var session = sessions.Open(authority, "clock");
        var near = await session
            .Documents.Query<ActionEntry>()
            .Where(e => e.WillRelease && e.ReleaseAt <= until)
            .Select(e => new { e.Id, e.ReleaseAt })
            .ToListAsync(stopping);
        foreach (var file in near.Select(e => new ArmedFile(authority, e.Id, e.ReleaseAt)))
        {
            if (!_waiting.TryGetValue(file, out var waiting) || waiting.IsCompleted)
            {
                _waiting[file] = Task.Run(() => RunAsync(file, stopping), CancellationToken.None);
            }
        }
    }

    private async Task RunAsync(ArmedFile file, CancellationToken stopping)
    {
        try
        {
            await release.RunAsync(file, stopping);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            logger.LogError(e, "Action {Action} of {Authority} is left to the sweeper.", file.Id, file.Authority);
        }
        finally
        {
            _waiting.TryRemove(file, out _);
        }
    }
}

/// <summary>A file that will let measures go out, and when.</summary>
internal sealed record ArmedFile(string Authority, Guid Id, DateTimeOffset ReleaseAt);
