using CaseCoordination.Client.Http;

namespace CaseCoordination.Client;

/// <summary>A webhook to register.</summary>
public sealed record NewWebhook
{
    /// <summary>An https address in the public internet, or in a network that the node's operator opened.</summary>
    public required Uri Url { get; init; }
    public string? Description { get; init; }

    /// <summary>Types of entries it is told; absent for all.</summary>
    public IReadOnlyList<string>? Types { get; init; }

    /// <summary>What it may know: groups of the caller's; absent for all of them.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>A cursor, <c>start</c>, or absent for what happens from now on.</summary>
    public string? After { get; init; }
}

/// <summary>A webhook's secret. It is shown once: a repeat of the call is answered without it.</summary>
public sealed record WebhookSecret(Guid Id, long Version, string? Secret);

/// <summary>A webhook: active, paused or failing.</summary>
public sealed record Webhook(
    Guid Id,
    long Version,
    string Url,
    IReadOnlyList<string> Types,
    string Description,
    string State,
    string? FailureReason,
    DateTimeOffset? FailingSince,
    IReadOnlyList<string> Groups,
    DateTimeOffset? FormerSecretUntil,
    string RegisteredBy,
    DateTimeOffset RegisteredAt
);

/// <summary>What a receiver said to a trial delivery.</summary>
public sealed record WebhookTrial(bool Taken, int? Status, string? Reason, int Milliseconds, string Answer);

/// <summary>The last tries to deliver, newest first, and when the next one is due after a failure.</summary>
public sealed record WebhookAttempts(IReadOnlyList<WebhookAttempt> Items, DateTimeOffset? NextAt);

/// <summary>One try to deliver an entry.</summary>
public sealed record WebhookAttempt(
    Guid Entry,
    string Type,
    int Number,
    DateTimeOffset At,
    int Milliseconds,
    int? Status,
    string? Reason
);

/// <summary>Webhooks of the caller's authority.</summary>
public sealed class WebhooksClient
{
    private const string Root = "api/webhooks";
    private readonly Api _api;

    internal WebhooksClient(Api api) => _api = api;

    public Task<WebhookSecret> RegisterAsync(
        NewWebhook webhook,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.PostAsync<WebhookSecret>(Root, webhook, key, cancellation);

    public Task<IReadOnlyList<Webhook>> ListAsync(string? state = null, CancellationToken cancellation = default) =>
        _api.GetAsync<IReadOnlyList<Webhook>>(Api.Path(Root, ("state", state)), cancellation);

    /// <summary>Null when there is no such webhook.</summary>
    public Task<Webhook?> FindAsync(Guid id, CancellationToken cancellation = default) =>
        _api.FindAsync<Webhook>($"{Root}/{id}", cancellation);

    public Task<WebhookAttempts> AttemptsAsync(Guid id, CancellationToken cancellation = default) =>
        _api.GetAsync<WebhookAttempts>($"{Root}/{id}/attempts", cancellation);

    /// <summary>Sends a <c>webhook.test</c> message now.</summary>
    public Task<WebhookTrial> TestAsync(Guid id, CancellationToken cancellation = default) =>
        _api.PostAsync<WebhookTrial>($"{Root}/{id}/test", null, null, cancellation);

    /// <summary>A new secret; for a day the former one signs beside it.</summary>
    public Task<WebhookSecret> RotateAsync(Guid id, string? key = null, CancellationToken cancellation = default) =>
        _api.PostAsync<WebhookSecret>($"{Root}/{id}/rotation", null, key, cancellation);

    /// <summary>Delivers again what happened after a cursor, or after <c>start</c>.</summary>
    public Task<CommandAnswer> ReplayAsync(
        Guid id,
        string after,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync($"{Root}/{id}/replay", new { after }, key, cancellation);

    public Task<CommandAnswer> PauseAsync(Guid id, string? key = null, CancellationToken cancellation = default) =>
        _api.DoAsync($"{Root}/{id}/pause", null, key, cancellation);

    public Task<CommandAnswer> ResumeAsync(Guid id, string? key = null, CancellationToken cancellation = default) =>
        _api.DoAsync($"{Root}/{id}/resume", null, key, cancellation);

    public Task<CommandAnswer> RemoveAsync(Guid id, CancellationToken cancellation = default) =>
        _api.DeleteAsync($"{Root}/{id}", cancellation);
}
