using CaseCoordination.DataSharing.Webhooks.Domain;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Webhooks;

/// <summary>Stops a webhook whose receiver is gone, or did not take a delivery however often it was tried.</summary>
/// <param name="Epoch">What was tried; a webhook that was resumed or replayed meanwhile is not stopped for it.</param>
public sealed record StopWebhook(string Reason, DateTimeOffset Since, int Epoch)
{
    public static Decision<WebhookEvent> Decide(Webhook current, StopWebhook command, DateTimeOffset now) =>
        current.Stage != WebhookStage.Active || current.Epoch != command.Epoch
            ? new NoChange()
            : new WebhookFailed(command.Reason, command.Since, now);
}
