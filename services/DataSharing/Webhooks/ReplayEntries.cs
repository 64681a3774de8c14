using CaseCoordination.DataSharing.Notifications;
using CaseCoordination.DataSharing.Webhooks.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Webhooks;

/// <summary>Delivers again everything after a place, under the same ids.</summary>
public sealed record ReplayEntries(long After)
{
    public static Decision<WebhookEvent> Decide(ReplayEntries command, string by, DateTimeOffset now) =>
        new WebhookReplayed(command.After, by, now);

    internal static void Map(IEndpointRouteBuilder webhooks) =>
        webhooks
            .MapPost("/{id:guid}/replay", HandleAsync)
            .RequireRoles(Roles.DataSteward, Roles.System, Roles.Operator)
            .WithSummary("Delivers again what happened after a cursor, in order and under the same ids.")
            .WithDescription("`after` is a cursor, or `start` for everything that the webhook may know.")
            .Produces<CommandResult>()
            .ProducesProblem(404);

    private static async Task<IResult> HandleAsync(
        Guid id,
        Body body,
        WebhookDesk desk,
        FeedCursors cursors,
        CancellationToken cancellation
    )
    {
        var place = await cursors.ReadAsync(desk.Session.Authority, body.After, cancellation);
        var shape = new Shape()
            .Text("after", body.After, 100)
            .Must(place is not null, "after", "not-a-cursor", ListEvents.CursorSentence);
        return shape.IsWrong
            ? shape.Problem()
            : (
                await desk.DecideAsync(id, _ => Decide(new(place!.Value), desk.Caller.Subject, desk.Now), cancellation)
            ).ToResult();
    }

    public sealed record Body(string? After);
}
