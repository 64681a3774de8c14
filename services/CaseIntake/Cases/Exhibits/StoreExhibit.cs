using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using Microsoft.AspNetCore.Http.Features;

namespace CaseCoordination.CaseIntake.Cases.Exhibits;

/// <summary>Takes an exhibit's content in; a content that is not the one declared leaves nothing behind.</summary>
public sealed record StoreExhibit(Guid ExhibitId)
{
    public static Decision<CaseEvent> Decide(Case current, StoreExhibit command, Turn turn) =>
        current.Exhibits.FirstOrDefault(e => e.Id == command.ExhibitId) switch
        {
            null => Refusal.Unknown("exhibit-unknown", "The case has no such exhibit."),
            { IsStored: true } => new NoChange(),
            _ when !current.IsEditable => Refusals.Closed,
            _ => new ExhibitStored(command.ExhibitId, turn.By, turn.Now),
        };

    internal static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPut("/{id:guid}/exhibits/{exhibitId:guid}/content", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.System)
            .Accepts<byte[]>("application/octet-stream")
            .WithSummary("Stores an exhibit's content; size and hash must be those declared.")
            .Produces<CommandResult>()
            .ProducesProblem(422);

    private static async Task<IResult> HandleAsync(
        Guid id,
        Guid exhibitId,
        CaseDesk desk,
        IExhibitStore store,
        ExhibitSettings settings,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var (file, _) = await desk.Session.LoadAsync<Case>(id, cancellation);
        var command = new StoreExhibit(exhibitId);
        if (CaseVisibility.Hides(file, desk.Caller) is { } hidden)
        {
            return Problems.From(hidden);
        }

        if (Decide(file, command, desk.NewTurn()) is not Events<CaseEvent>)
        {
            return await desk.DecideAsync(id, (current, turn) => Decide(current, command, turn), cancellation);
        }

        var exhibit = file.Exhibits.First(e => e.Id == exhibitId);
        var key = new ExhibitKey(desk.Session.Authority, id, exhibitId);
        if (await StoreAsync(http, store, settings, key, exhibit, cancellation) is { } problem)
        {
            return problem;
        }

        var outcome = await desk.AskAsync(id, (current, turn) => Decide(current, command, turn), cancellation);
        if (outcome.State.Exhibits.FirstOrDefault(e => e.Id == exhibitId) is not { IsStored: true })
        {
            store.Delete(key);
        }

        return outcome.ToResult();
    }

    private static async Task<IResult?> StoreAsync(
        HttpContext http,
        IExhibitStore store,
        ExhibitSettings settings,
        ExhibitKey key,
        Exhibit exhibit,
        CancellationToken cancellation
    )
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = settings.MaxBytes;
        }

        return await store.StoreAsync(key, http.Request.Body, exhibit.Size, exhibit.Sha256, cancellation) switch
        {
            Storing.SizeDiffers => Problems.Of(
                422,
                "content-size-differs",
                $"The content must have the {exhibit.Size} bytes that were declared; nothing was stored."
            ),
            Storing.HashDiffers => Problems.Of(
                422,
                "content-hash-differs",
                "The content must have the SHA-256 that was declared; nothing was stored."
            ),
            _ => null,
        };
    }
}
