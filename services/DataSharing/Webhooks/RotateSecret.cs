using CaseCoordination.DataSharing.Webhooks.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Webhooks;

/// <summary>Gives a webhook a new secret; for a time both sign, so that the receiver can change over without a gap.</summary>
public sealed record RotateSecret(string Secret, TimeSpan FormerFor)
{
    public static Decision<WebhookEvent> Decide(RotateSecret command, string by, DateTimeOffset now) =>
        new WebhookSecretRotated(command.Secret, now + command.FormerFor, by, now);

    internal static void Map(IEndpointRouteBuilder webhooks) =>
        webhooks
            .MapPost("/{id:guid}/rotation", HandleAsync)
            .RequireRoles(Roles.DataSteward, Roles.System)
            .WithSummary(
                "Gives a webhook a new secret, in this answer and never again; the former one signs beside it for a day."
            )
            .Produces<WebhookSecret>()
            .ProducesProblem(404);

    private static async Task<IResult> HandleAsync(Guid id, WebhookDesk desk, CancellationToken cancellation)
    {
        if (!desk.Secrets.IsReady)
        {
            return (await desk.StopAsync(cancellation))!;
        }

        var secret = WebhookSecrets.New();
        var command = new RotateSecret(desk.Secrets.Seal(id, secret), desk.Settings.FormerSecretFor);
        var outcome = await desk.DecideAsync(id, _ => Decide(command, desk.Caller.Subject, desk.Now), cancellation);
        return WebhookDesk.WithSecret(outcome, secret, isNew: false);
    }
}
