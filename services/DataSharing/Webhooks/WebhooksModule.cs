using CaseCoordination.DataSharing.Webhooks.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Webhooks;

/// <summary>Brings webhooks to the store, the workers and the routes.</summary>
public static class WebhooksModule
{
    internal const string Path = "/api/webhooks";

    public static EventStoreBuilder AddWebhooks(this EventStoreBuilder store) =>
        store
            .Aggregate<Webhook, WebhookEvent>("webhook", Describe)
            .Document<WebhookEntry>(entry => entry.Duplicate(w => w.State))
            .Document<WebhookProgress>(progress =>
                progress.UseNumericRevisions(true).Metadata(m => m.Revision.MapTo(p => p.Version))
            );

    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddExamples(WebhookExamples.All)
            .AddSingleton(configuration.GetSection("Webhooks").Get<WebhookSettings>() ?? new WebhookSettings())
            .AddSingleton<WebhookSecrets>()
            .AddSingleton(s => s.GetRequiredService<WebhookSettings>().Addresses)
            .AddSingleton<WebhookSender>()
            .AddSingleton<DeliverEntries>()
            .AddScoped<WebhookDesk>()
            .AddHostedService<Deliveries>();

    public static void MapWebhooks(this IEndpointRouteBuilder app)
    {
        var webhooks = app.MapGroup(Path).WithTags("Webhooks");
        ListWebhooks.Map(webhooks);
        RegisterWebhook.Map(webhooks);
        RotateSecret.Map(webhooks);
        TestWebhook.Map(webhooks);
        ReplayEntries.Map(webhooks);
        PauseWebhook.Map(webhooks);
        ResumeWebhook.Map(webhooks);
        RemoveWebhook.Map(webhooks);
    }

    private static void Describe(AggregateBuilder<Webhook, WebhookEvent> webhooks) =>
        webhooks
            .Event<WebhookRegistered>("webhook-registered")
            .Event<WebhookSecretRotated>("webhook-secret-rotated")
            .Event<WebhookPaused>("webhook-paused")
            .Event<WebhookResumed>("webhook-resumed")
            .Event<WebhookReplayed>("webhook-replayed")
            .Event<WebhookFailed>("webhook-failed")
            .Event<WebhookRemoved>("webhook-removed")
            .Views((webhook, facts) => [WebhookEntry.Of(webhook, facts)]);
}
