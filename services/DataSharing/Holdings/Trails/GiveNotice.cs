using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Holdings.Questions;
using CaseCoordination.DataSharing.Holdings.Trails.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.DataSharing.Holdings.Trails;

/// <summary>The releasing authority calls items of a package back, or corrects them.</summary>
internal static class GiveNotice
{
    public static void Map(IEndpointRouteBuilder trails)
    {
        trails
            .MapPost("/{packageId:guid}/recalls", RecallAsync)
            .RequireRoles(Roles.Officer, Roles.Approver)
            .WithSummary("Calls items of a package back, from the recipient and from everybody it passed them on to.")
            .WithDescription(
                "`items` are numbers in the package; without them all. With `everywhere` the same contents are called back from "
                    + "every recipient of any package. Each recipient sends a receipt; who does not is shown as a gap."
            )
            .Produces<CommandResult>();
        trails
            .MapPost("/{packageId:guid}/corrections", CorrectAsync)
            .RequireRoles(Roles.Officer, Roles.Approver)
            .WithSummary("Corrects items of a package, at the recipient and at everybody it passed them on to.")
            .WithDescription("`replacedBy` names the package that replaces it. Otherwise as recalls.")
            .Produces<CommandResult>();
    }

    private static Task<IResult> RecallAsync(
        Guid packageId,
        RecallBody body,
        HoldingDesk desk,
        HttpContext http,
        CancellationToken cancellation
    ) =>
        TellAsync(
            packageId,
            new Shape().Text("reason", body.Reason, 4000),
            (body.Items, body.Everywhere),
            id => new TellRecipient(id, NoticeKinds.Recall, desk.Session.Authority, body.Reason!, null),
            desk,
            http,
            cancellation
        );

    private static Task<IResult> CorrectAsync(
        Guid packageId,
        CorrectionBody body,
        HoldingDesk desk,
        HttpContext http,
        CancellationToken cancellation
    ) =>
        TellAsync(
            packageId,
            new Shape().Text("text", body.Text, 4000),
            (body.Items, body.Everywhere),
            id => new TellRecipient(id, NoticeKinds.Correction, desk.Session.Authority, body.Text!, body.ReplacedBy),
            desk,
            http,
            cancellation
        );

    private static async Task<IResult> TellAsync(
        Guid packageId,
        Shape shape,
        (int[]? Items, bool Everywhere) scope,
        Func<Guid, TellRecipient> commandOf,
        HoldingDesk desk,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        shape.Count("items", scope.Items, 0, 1000);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var trails = await VisibleAsync(desk, packageId, cancellation);
        if (trails.Count == 0)
        {
            return Problems.NotFound();
        }

        if (scope.Items?.Except(trails.Select(t => t.Number)).ToList() is { Count: > 0 } missing)
        {
            return Problems.Of(409, "item-unknown", $"The package has no item {missing[0]}.", "items");
        }

        var chosen = trails.Where(t => scope.Items is null || scope.Items.Contains(t.Number)).ToList();
        if (scope.Everywhere)
        {
            chosen = await WithTheSameContentAsync(desk, chosen, cancellation);
        }

        // The notice's id follows from the key, which is stored with the last item: a repeat after a failure completes the rest.
        var id = DeterministicId.Of(
            desk.Session.Authority,
            desk.Caller.Subject,
            http.Request.Headers["Idempotency-Key"].ToString(),
            "notice"
        );
        return await TellAllAsync(packageId, chosen, commandOf(id), desk, cancellation);
    }

    private static async Task<IResult> TellAllAsync(
        Guid packageId,
        List<TrailEntry> chosen,
        TellRecipient command,
        HoldingDesk desk,
        CancellationToken cancellation
    )
    {
        var turn = desk.NewTurn();
        var calendars = await Calendars.LoadAsync(desk.Session, chosen.Select(t => t.To), cancellation);
        if (desk.Session.Idempotency is { } pending)
        {
            desk.Session.Idempotency = pending with { Answer = packageId };
        }

        var key = desk.Session.Idempotency;
        Outcome<Trail>? last = null;
        foreach (var (trail, i) in chosen.Select((t, i) => (t, i)))
        {
            desk.Session.Idempotency = i == chosen.Count - 1 ? key : null;
            var own = turn with { Seed = LetterIds.Of(turn.Seed, trail.To, $"item-{trail.Id:N}") };
            last = await desk.DecideAsync<Trail, TrailEvent>(
                trail.Id,
                current =>
                    TellRecipient.Decide(current, command, desk.Settings.ConfirmBy(calendars, trail.To, turn.Now), own),
                cancellation
            );
            if (last.Refusal is not null && (last.Refusal.Code != "recalled-before" || chosen.Count == 1))
            {
                return last.ToResult();
            }

            await Relay.UpAsync(desk.Session, last.State, turn, cancellation);
        }

        return (last! with { Id = packageId, Refusal = null }).ToResult();
    }

    private static async Task<List<TrailEntry>> VisibleAsync(
        HoldingDesk desk,
        Guid packageId,
        CancellationToken cancellation
    )
    {
        var found = await desk
            .Session.Documents.Query<TrailEntry>()
            .Where(t => t.Package == packageId)
            .ToListAsync(cancellation);
        return Seen(desk, found);
    }

    private static async Task<List<TrailEntry>> WithTheSameContentAsync(
        HoldingDesk desk,
        List<TrailEntry> chosen,
        CancellationToken cancellation
    )
    {
        var hashes = chosen.Select(t => t.Sha256).ToArray();
        var found = await desk
            .Session.Documents.Query<TrailEntry>()
            .Where(t => t.Sha256.IsOneOf(hashes))
            .ToListAsync(cancellation);
        return Seen(desk, found);
    }

    private static List<TrailEntry> Seen(HoldingDesk desk, IEnumerable<TrailEntry> found) =>
        [
            .. found
                .Where(t => Visibility.Of(desk.Caller, t.Groups, t.Members) == Sight.Whole)
                .OrderBy(t => t.OpenedAt)
                .ThenBy(t => t.Number),
        ];

    public sealed record RecallBody(string? Reason, int[]? Items = null, bool Everywhere = false);

    public sealed record CorrectionBody(
        string? Text,
        Guid? ReplacedBy = null,
        int[]? Items = null,
        bool Everywhere = false
    );
}
