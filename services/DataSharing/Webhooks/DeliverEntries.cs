using CaseCoordination.DataSharing.Notifications;
using CaseCoordination.DataSharing.Webhooks.Domain;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using JasperFx;

namespace CaseCoordination.DataSharing.Webhooks;

/// <summary>
/// Delivers to one webhook what it has not had, in order: an entry that is not taken holds those after it. At least once: the
/// row that says so is written after the receiver has answered.
/// </summary>
public sealed class DeliverEntries(
    Feed feed,
    WebhookSender sender,
    AuthoritySessions sessions,
    WebhookSettings settings,
    TimeProvider clock,
    ILogger<DeliverEntries> logger
)
{
    private const int PageSize = 50;
    private readonly string _me = Guid.CreateVersion7().ToString("N");

    // Longer than a delivery can take, so that a lease runs out only when its holder is gone.
    private TimeSpan Lease => settings.Timeout + settings.Timeout + TimeSpan.FromSeconds(10);

    /// <summary>Delivers until there is no more, a delivery fails, or another replica is at it.</summary>
    /// <param name="before">What was found the last time, so that the same entries are not looked through again.</param>
    public async Task<Rest> RunAsync(string authority, Guid id, Rest? before, CancellationToken stopping)
    {
        await using var session = sessions.Open(authority, "webhooks");
        while (true)
        {
            var (webhook, _) = await session.LoadAsync<Webhook>(id, stopping);
            var stored = await session.Documents.LoadAsync<WebhookProgress>(id, stopping);
            var progress = (stored ?? new WebhookProgress { Id = id }).For(webhook);
            var now = clock.GetUtcNow();
            if (webhook.Stage != WebhookStage.Active)
            {
                return new Rest(webhook.Epoch, long.MaxValue, null);
            }

            if (progress.NextAt > now || (progress.LeaseUntil > now && progress.LeaseBy != _me))
            {
                return new Rest(
                    progress.Epoch,
                    progress.Place,
                    progress.NextAt > now ? progress.NextAt : progress.LeaseUntil
                );
            }

            var from = before?.Epoch == progress.Epoch ? Math.Max(before.Through, progress.Place) : progress.Place;
            string[]? wanted = webhook.Types.IsEmpty ? null : [.. webhook.Types];
            var page = await feed.ReadAsync(session, ReaderOf(webhook), from, PageSize, wanted, stopping);
            if (page.Entries.Count == 0)
            {
                return new Rest(progress.Epoch, page.Through, null);
            }

            if (!await DeliverAsync(session, webhook, progress, page, stopping))
            {
                before = null;
                continue;
            }

            before = new Rest(progress.Epoch, page.Through, null);
        }
    }

    // A webhook is a reader of its own: its groups are those that whoever registered it gave it.
    internal static Caller ReaderOf(Webhook webhook) =>
        new(
            $"webhook-{webhook.Id}",
            webhook.Authority,
            new HashSet<string>(StringComparer.Ordinal) { Roles.System },
            webhook.Groups.ToHashSet(StringComparer.Ordinal)
        );

    /// <summary>True when the whole page was taken.</summary>
    private async Task<bool> DeliverAsync(
        AuthoritySession session,
        Webhook webhook,
        WebhookProgress progress,
        FeedPage page,
        CancellationToken stopping
    )
    {
        var held = await KeepAsync(session, Held(progress), stopping);
        foreach (var ((place, entry), i) in page.Entries.Select((n, i) => (n, i)))
        {
            var (current, _) = await session.LoadAsync<Webhook>(webhook.Id, stopping);
            if (held is null || current.Stage != WebhookStage.Active || current.Epoch != webhook.Epoch)
            {
                return false;
            }

            var (sent, attempt) = await TryAsync(current, entry, held.Failures + 1, stopping);
            var after = sent.IsTaken ? held.Taken(place, attempt) : held.Failed(attempt, settings.Pauses, sent.RetryAt);
            var isOver = !sent.IsTaken || i == page.Entries.Count - 1;
            held = await KeepAsync(session, isOver ? Released(after) : Held(after), stopping);
            if (held is not null && !sent.IsTaken)
            {
                await JudgeAsync(session, held, sent, stopping);
            }

            if (held is null || !sent.IsTaken)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<(Sent Sent, Attempt Attempt)> TryAsync(
        Webhook webhook,
        FeedEntry entry,
        int number,
        CancellationToken stopping
    )
    {
        var at = clock.GetUtcNow();
        var body = WebhookMessage.Of(entry).ToJson();
        var sent = await sender.SendAsync(webhook, entry.Id.ToString(), body, listens: false, stopping);
        var took = (int)sent.Duration.TotalMilliseconds;
        return (sent, new Attempt(entry.Id, entry.Type, number, at, took, sent.Status, sent.Reason));
    }

    private WebhookProgress Held(WebhookProgress progress) =>
        progress with
        {
            LeaseBy = _me,
            LeaseUntil = clock.GetUtcNow() + Lease,
        };

    private static WebhookProgress Released(WebhookProgress progress) =>
        progress with
        {
            LeaseBy = null,
            LeaseUntil = default,
        };

    private async Task JudgeAsync(
        AuthoritySession session,
        WebhookProgress progress,
        Sent sent,
        CancellationToken stopping
    )
    {
        if (!sent.IsGone && progress.Failures <= settings.Pauses.Count)
        {
            return;
        }

        logger.LogWarning(
            "Webhook {Webhook} is failing: {Reason} after {Attempts} attempts.",
            progress.Id,
            sent.Reason,
            progress.Failures
        );
        await session.DecideAsync<Webhook, WebhookEvent>(
            progress.Id,
            current =>
                StopWebhook.Decide(
                    current,
                    new(sent.IsGone ? "gone" : sent.Reason!, progress.FailingSince!.Value, progress.Epoch),
                    clock.GetUtcNow()
                ),
            stopping
        );
    }

    /// <summary>Writes the row; null when another replica was faster.</summary>
    private static async Task<WebhookProgress?> KeepAsync(
        AuthoritySession session,
        WebhookProgress progress,
        CancellationToken cancellation
    )
    {
        var next = progress with { Version = progress.Version + 1 };
        session.Documents.UpdateRevision(next, next.Version);
        try
        {
            await session.SaveAsync(cancellation);
            return next;
        }
        catch (ConcurrencyException)
        {
            session.Documents.EjectAllPendingChanges();
            return null;
        }
    }
}
