using CaseCoordination.DataSharing.Webhooks.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Webhooks;

/// <summary>What a receiver said to a trial delivery.</summary>
/// <param name="Taken">True when it answered with a status of success.</param>
/// <param name="Status">HTTP status; absent when there was no answer.</param>
/// <param name="Reason">Why it failed, such as timed-out, tls-failed, host-unknown, address-not-public, redirected, status-500.</param>
/// <param name="Answer">The first kilobyte of its answer.</param>
public sealed record TrialResult(bool Taken, int? Status, string? Reason, int Milliseconds, string Answer);

/// <summary>Sends a trial message now, signed as every other, whatever the state of the webhook.</summary>
internal static class TestWebhook
{
    public static void Map(IEndpointRouteBuilder webhooks) =>
        webhooks
            .MapPost("/{id:guid}/test", HandleAsync)
            .RequireRoles(Roles.DataSteward, Roles.System, Roles.Operator)
            .WithSummary("Sends a `webhook.test` message now, and tells what the receiver said.")
            .Produces<TrialResult>()
            .ProducesProblem(404);

    private static async Task<IResult> HandleAsync(
        Guid id,
        WebhookDesk desk,
        WebhookSender sender,
        CancellationToken cancellation
    )
    {
        if (await desk.FindAsync(id, cancellation) is not { } webhook)
        {
            return Problems.NotFound();
        }

        var message = new WebhookMessage(WebhookMessage.Test, desk.Now, new { webhook = id });
        var sent = await sender.SendAsync(
            webhook,
            Guid.CreateVersion7(desk.Now).ToString(),
            message.ToJson(),
            listens: true,
            cancellation
        );
        return Results.Ok(
            new TrialResult(sent.IsTaken, sent.Status, sent.Reason, (int)sent.Duration.TotalMilliseconds, sent.Answer)
        );
    }
}
