using CaseCoordination.DataSharing.Webhooks.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Webhooks;

/// <summary>Removes a webhook for good.</summary>
public sealed record RemoveWebhook
{
    public static Decision<WebhookEvent> Decide(string by, DateTimeOffset now) => new WebhookRemoved(by, now);

    internal static void Map(IEndpointRouteBuilder webhooks) =>
        webhooks
            .MapDelete("/{id:guid}", HandleAsync)
            .RequireRoles(Roles.DataSteward, Roles.System)
            .WithSummary("Removes a webhook; nothing is delivered to it any more.")
            .Produces<CommandResult>()
            .ProducesProblem(404);

    private static async Task<IResult> HandleAsync(Guid id, WebhookDesk desk, CancellationToken cancellation) =>
        (await desk.DecideAsync(id, _ => Decide(desk.Caller.Subject, desk.Now), cancellation)).ToResult();
}
