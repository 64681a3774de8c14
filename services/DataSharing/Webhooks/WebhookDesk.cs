using CaseCoordination.DataSharing.Webhooks.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.DataSharing.Webhooks;

/// <summary>A webhook's secret, told once.</summary>
public sealed record WebhookSecret(Guid Id, long Version, string Secret);

/// <summary>Where commands on webhooks arrive.</summary>
public sealed class WebhookDesk(
    AuthoritySession session,
    Caller caller,
    WebhookSettings settings,
    WebhookSecrets secrets,
    PublicAddresses addresses,
    TimeProvider clock
)
{
    public AuthoritySession Session => session;
    public Caller Caller => caller;
    public WebhookSecrets Secrets => secrets;
    public PublicAddresses Addresses => addresses;
    public WebhookSettings Settings => settings;
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Why no webhook can be registered now, if so.</summary>
    internal async Task<IResult?> StopAsync(CancellationToken cancellation)
    {
        if (!secrets.IsReady)
        {
            return Problems.Of(
                409,
                "webhooks-off",
                "This node keeps no webhooks: its operator has to set Webhooks:Key first."
            );
        }

        var count = await session
            .Documents.Query<WebhookEntry>()
            .CountAsync(w => w.State != WebhookEntry.Removed, cancellation);
        return count < settings.MostPerAuthority
            ? null
            : Problems.Of(
                409,
                "too-many-webhooks",
                $"An authority has at most {settings.MostPerAuthority} webhooks; remove one first."
            );
    }

    /// <summary>The webhook if there is one.</summary>
    internal async Task<Webhook?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var (webhook, _) = await session.LoadAsync<Webhook>(id, cancellation);
        return webhook.Exists ? webhook : null;
    }

    internal Task<Outcome<Webhook>> DecideAsync(
        Guid id,
        Func<Webhook, Decision<WebhookEvent>> decide,
        CancellationToken cancellation
    ) =>
        session.DecideAsync<Webhook, WebhookEvent>(
            id,
            current =>
                current.Exists ? decide(current) : Refusal.Unknown("webhook-unknown", "There is no such webhook."),
            cancellation
        );

    /// <summary>The answer with a secret that was stored just now; a repeat does not know it.</summary>
    internal static IResult WithSecret(Outcome<Webhook> outcome, string secret, bool isNew) =>
        outcome.Changed
            ? new SecretAnswer(new WebhookSecret(outcome.Id, outcome.Version, secret), isNew)
            : outcome.ToResult();

    private sealed record SecretAnswer(WebhookSecret Body, bool IsNew) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.Headers.ETag = Preconditions.Tag(Body.Version);
            response.Headers.CacheControl = "no-store";
            if (IsNew)
            {
                response.StatusCode = StatusCodes.Status201Created;
                response.Headers.Location = $"{WebhooksModule.Path}/{Body.Id}";
            }

            return response.WriteAsJsonAsync(Body, httpContext.RequestAborted);
        }
    }
}
