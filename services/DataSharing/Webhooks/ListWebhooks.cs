using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.DataSharing.Webhooks;

/// <summary>Shows an authority's webhooks to those who keep them and those who keep them running.</summary>
internal static class ListWebhooks
{
    private static readonly string[] Readers = [Roles.DataSteward, Roles.System, Roles.Operator, Roles.Auditor];
    private static readonly string[] States = [WebhookSheet.Active, "paused", "failing"];

    public static void Map(IEndpointRouteBuilder webhooks)
    {
        webhooks
            .MapGet("", ListAsync)
            .RequireRoles(Readers)
            .WithSummary("Lists the authority's webhooks, oldest first; `state` narrows to active, paused or failing.")
            .Produces<IReadOnlyList<WebhookSheet>>();
        webhooks
            .MapGet("/{id:guid}", ShowAsync)
            .RequireRoles(Readers)
            .WithSummary("Shows a webhook.")
            .Produces<WebhookSheet>()
            .ProducesProblem(404);
        webhooks
            .MapGet("/{id:guid}/attempts", AttemptsAsync)
            .RequireRoles(Readers)
            .WithSummary("Lists the last tries to deliver, newest first: entry, status, duration, reason.")
            .WithDescription(
                $"Up to {WebhookProgress.MostAttempts}; `nextAt` is when the entry that failed is tried again."
            )
            .Produces<AttemptsSheet>()
            .ProducesProblem(404);
    }

    private static async Task<IResult> ListAsync(
        AuthoritySession session,
        CancellationToken cancellation,
        string? state = null
    )
    {
        var shape = new Shape();
        if (state is not null)
        {
            shape.OneOf("state", state, States);
        }

        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var kept = session.Documents.Query<WebhookEntry>().Where(w => w.State != WebhookEntry.Removed);
        var found = await (state is null ? kept : kept.Where(w => w.State == state)).ToListAsync(cancellation);
        return Results.Ok(found.Select(w => w.Sheet).OrderBy(w => w.RegisteredAt).ThenBy(w => w.Id));
    }

    private static async Task<IResult> ShowAsync(Guid id, AuthoritySession session, CancellationToken cancellation) =>
        await FindAsync(id, session, cancellation) is { } sheet ? Results.Ok(sheet) : Problems.NotFound();

    private static async Task<IResult> AttemptsAsync(Guid id, AuthoritySession session, CancellationToken cancellation)
    {
        if (await FindAsync(id, session, cancellation) is null)
        {
            return Problems.NotFound();
        }

        var progress = await session.Documents.LoadAsync<WebhookProgress>(id, cancellation);
        return Results.Ok(
            new AttemptsSheet(progress?.Attempts ?? [], progress is { Failures: > 0, NextAt: var next } ? next : null)
        );
    }

    private static async Task<WebhookSheet?> FindAsync(
        Guid id,
        AuthoritySession session,
        CancellationToken cancellation
    ) =>
        await session.Documents.LoadAsync<WebhookEntry>(id, cancellation) is { } entry
        && entry.State != WebhookEntry.Removed
            ? entry.Sheet
            : null;
}

/// <summary>The last tries to deliver, newest first, and when the next one is due after a failure.</summary>
public sealed record AttemptsSheet(IReadOnlyList<Attempt> Items, DateTimeOffset? NextAt);
