namespace CaseCoordination.DataSharing.Webhooks.Domain;

/// <summary>Everything that can happen to a webhook; stored names are in <c>WebhooksModule</c>. Secrets are in it only enciphered.</summary>
public abstract record WebhookEvent;

public sealed record WebhookRegistered(
    Guid WebhookId,
    string Authority,
    string Url,
    string[] Types,
    string Description,
    string[] Groups,
    string Secret,
    long After,
    string By,
    DateTimeOffset At
) : WebhookEvent;

public sealed record WebhookSecretRotated(string Secret, DateTimeOffset FormerUntil, string By, DateTimeOffset At)
    : WebhookEvent;

public sealed record WebhookPaused(string By, DateTimeOffset At) : WebhookEvent;

public sealed record WebhookResumed(string By, DateTimeOffset At) : WebhookEvent;

public sealed record WebhookReplayed(long After, string By, DateTimeOffset At) : WebhookEvent;

public sealed record WebhookFailed(string Reason, DateTimeOffset Since, DateTimeOffset At) : WebhookEvent;

public sealed record WebhookRemoved(string By, DateTimeOffset At) : WebhookEvent;
