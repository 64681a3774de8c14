using CaseCoordination.DataSharing.Webhooks.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Webhooks;

/// <summary>Stops a webhook's deliveries for a while.</summary>
public sealed record PauseWebhook
{
    public static Decision<WebhookEvent> Decide(Webhook current, string by, DateTimeOffset now) =>
        current.Stage == WebhookStage.Paused ? new NoChange() : new WebhookPaused(by, now);

    internal static void Map(IEndpointRouteBuilder webhooks) =>
        webhooks
            .MapPost("/{id:guid}/pause", HandleAsync)
            .RequireRoles(Roles.DataSteward, Roles.System, Roles.Operator)
            .WithSummary("Stops a webhook's deliveries; what happens meanwhile is delivered once it is resumed.")
            .Produces<CommandResult>()
            .ProducesProblem(404);

    private static async Task<IResult> HandleAsync(Guid id, WebhookDesk desk, CancellationToken cancellation) =>
        (
            await desk.DecideAsync(id, current => Decide(current, desk.Caller.Subject, desk.Now), cancellation)
        ).ToResult();
}
