using System.Collections.Concurrent;
using CaseCoordination.DataSharing.Webhooks.Domain;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.DataSharing.Webhooks;

/// <summary>
/// Keeps every replica at the webhooks: whenever more is committed or a retry is due, each active webhook gets what it has not
/// had. Webhooks do not wait for each other.
/// </summary>
public sealed class Deliveries(
    DeliverEntries deliver,
    EventPulse pulse,
    AuthoritySessions sessions,
    HostedAuthorities hosted,
    TimeProvider clock,
    ILogger<Deliveries> logger
) : BackgroundService
{
    // Retries, and webhooks that were registered at another replica, are noticed after this time at the latest.
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private const int AtOnce = 16;

    private readonly ConcurrentDictionary<Guid, Task> _running = new();
    private readonly ConcurrentDictionary<Guid, (long Version, Rest Found)> _resting = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var seen = 0L;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                seen = pulse.Mark;
                foreach (var authority in hosted.Codes)
                {
                    await LookAsync(authority, stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Webhooks are looked at again: {Kind}.", e.GetType().Name);
                logger.LogDebug(e, "Webhook failure.");
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
        await using var session = sessions.Open(authority, "webhooks");
        var active = await session
            .Documents.Query<WebhookEntry>()
            .Where(w => w.State == WebhookSheet.Active)
            .ToListAsync(stopping);
        foreach (var webhook in active.Where(IsDue))
        {
            if (_running.Count < AtOnce && !_running.ContainsKey(webhook.Id))
            {
                // There before it starts: one that ends at once must not be taken for one that runs.
                var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _running[webhook.Id] = RunAsync(authority, webhook, start.Task, stopping);
                start.SetResult();
            }
        }
    }

    // What was looked at in vain is left alone until something may have changed for it.
    private bool IsDue(WebhookEntry webhook) =>
        !_resting.TryGetValue(webhook.Id, out var last)
        || last.Version != webhook.Sheet.Version
        || last.Found.Until <= clock.GetUtcNow()
        || (last.Found.Until is null && pulse.Mark > last.Found.Through);

    private async Task RunAsync(string authority, WebhookEntry webhook, Task start, CancellationToken stopping)
    {
        await start.ConfigureAwait(false);
        try
        {
            var from = _resting.TryGetValue(webhook.Id, out var last) ? last.Found : null;
            var rest = await deliver.RunAsync(authority, webhook.Id, from, stopping);
            _resting[webhook.Id] = (webhook.Sheet.Version, rest);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            logger.LogWarning("Webhook {Webhook} is tried again: {Kind}.", webhook.Id, e.GetType().Name);
            logger.LogDebug(e, "Webhook failure.");
        }
        finally
        {
            _running.TryRemove(webhook.Id, out _);
        }
    }
}

/// <summary>Why a webhook is left alone: nothing for it up to a place, or nothing to do before a time.</summary>
public sealed record Rest(int Epoch, long Through, DateTimeOffset? Until);
