using CaseCoordination.DataSharing.Notifications;
using CaseCoordination.DataSharing.Webhooks.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.DataSharing.Webhooks;

/// <summary>Registers an address of the authority's own system; it is told of no more than whoever registers it may know.</summary>
public sealed record RegisterWebhook(
    Guid Id,
    string Authority,
    string Url,
    string[] Types,
    string Description,
    string[] Groups,
    string Secret,
    long After
)
{
    public static Decision<WebhookEvent> Decide(
        Webhook current,
        RegisterWebhook command,
        string by,
        DateTimeOffset now
    ) =>
        current.Stage != WebhookStage.Unknown
            ? new NoChange()
            : new WebhookRegistered(
                command.Id,
                command.Authority,
                command.Url,
                command.Types,
                command.Description,
                command.Groups,
                command.Secret,
                command.After,
                by,
                now
            );

    internal static void Map(IEndpointRouteBuilder webhooks) =>
        webhooks
            .MapPost("", HandleAsync)
            .RequireRoles(Roles.DataSteward, Roles.System)
            .WithSummary("Registers a webhook; its secret is in this answer and never again.")
            .WithDescription(
                "Deliveries follow Standard Webhooks: `webhook-id`, `webhook-timestamp`, `webhook-signature`. `types` chooses what it "
                    + "is told (absent for all), `groups` what it may know (absent for all of the caller's), `after` where it begins "
                    + "(a cursor, `start`, or absent for what happens from now on). A repeat of this request is answered without the "
                    + "secret: use rotation if it was lost."
            )
            .Creates("/api/webhooks")
            .Produces<WebhookSecret>(StatusCodes.Status201Created);

    private static async Task<IResult> HandleAsync(
        Body body,
        WebhookDesk desk,
        FeedCursors cursors,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var caller = desk.Caller;
        var isNow = body.After is null or StreamEvents.Now;
        var place = isNow
            ? await desk.Session.MarkAsync(cancellation)
            : await cursors.ReadAsync(desk.Session.Authority, body.After, cancellation);
        var shape = new Shape()
            .Text("url", body.Url, 500)
            .Optional("description", body.Description, 200)
            .WordsOf("types", body.Types, FeedSource.AllTypes)
            .Words("groups", body.Groups, 20)
            .Must(place is not null, "after", "not-a-cursor", ListEvents.CursorSentence);
        if (desk.Addresses.Refuse(body.Url ?? "") is { } problem && !string.IsNullOrWhiteSpace(body.Url))
        {
            shape.Wrong("url", problem.Code, problem.Message);
        }

        foreach (var (group, i) in (body.Groups ?? []).Take(20).Select((g, i) => (g, i)))
        {
            shape.Must(caller.Groups.Contains(group ?? ""), $"groups[{i}]", "not-your-group", "A group of yours.");
        }

        var groups = Shapes.Distinct(body.Groups ?? [.. caller.Groups]);
        shape.Must(groups.Length > 0, "groups", "required", "Name a group of yours, or nothing could be told.");
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        if (await desk.StopAsync(cancellation) is { } stop)
        {
            return stop;
        }

        var id = DeterministicId.Of(
            "webhook",
            caller.Authority,
            caller.Subject,
            http.Request.Headers["Idempotency-Key"].ToString()
        );
        var secret = WebhookSecrets.New();
        var command = new RegisterWebhook(
            id,
            caller.Authority,
            body.Url!,
            Shapes.Distinct(body.Types),
            body.Description ?? "",
            groups,
            desk.Secrets.Seal(id, secret),
            place!.Value
        );
        var outcome = await desk.Session.DecideAsync<Webhook, WebhookEvent>(
            id,
            current => Decide(current, command, caller.Subject, desk.Now),
            cancellation
        );
        return WebhookDesk.WithSecret(outcome, secret, isNew: true);
    }

    public sealed record Body(
        string? Url,
        string? Description = null,
        string[]? Types = null,
        string[]? Groups = null,
        string? After = null
    );
}
