using CaseCoordination.DataSharing.Webhooks.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Webhooks;

/// <summary>Lets a paused or failing webhook go on where it stopped, at once.</summary>
public sealed record ResumeWebhook
{
    public static Decision<WebhookEvent> Decide(Webhook current, string by, DateTimeOffset now) =>
        current.Stage == WebhookStage.Active ? new NoChange() : new WebhookResumed(by, now);

    internal static void Map(IEndpointRouteBuilder webhooks) =>
        webhooks
            .MapPost("/{id:guid}/resume", HandleAsync)
            .RequireRoles(Roles.DataSteward, Roles.System, Roles.Operator)
            .WithSummary("Lets a paused or failing webhook go on with the first entry that was not taken.")
            .Produces<CommandResult>()
            .ProducesProblem(404);

    private static async Task<IResult> HandleAsync(Guid id, WebhookDesk desk, CancellationToken cancellation) =>
        (
            await desk.DecideAsync(id, current => Decide(current, desk.Caller.Subject, desk.Now), cancellation)
        ).ToResult();
}
