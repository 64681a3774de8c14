using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;

namespace CaseCoordination.DataSharing.Holdings.Questions;

/// <summary>Shows one holding, and its chain of custody, to those who may know it.</summary>
internal static class ShowHolding
{
    public static void Map(IEndpointRouteBuilder holdings)
    {
        holdings
            .MapGet("/{id:guid}", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Shows a holding with the conditions that bind it, also in words; the ETag is its version.")
            .Produces<HoldingSheet>()
            .ProducesProblem(404);
        holdings
            .MapGet("/{id:guid}/custody", CustodyAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary(
                "Shows the item's chain of custody: every read, use, export, disclosure, consent, recall and transfer, and every act refused."
            )
            .Produces<Page<TimelineEntry>>()
            .ProducesProblem(404);
    }

    private static async Task<IResult> HandleAsync(
        Guid id,
        AuthoritySession session,
        Caller caller,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (await FindAsync(session, id, caller, cancellation) is not { } sheet)
        {
            return Problems.NotFound();
        }

        http.Response.Headers.ETag = Preconditions.Tag(sheet.Version);
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.Ok(sheet with { InWords = ConditionWords.Of(sheet, LanguageOf.Answer(http)) });
    }

    private static Task<IResult> CustodyAsync(
        Guid id,
        AuthoritySession session,
        Caller caller,
        CancellationToken cancellation,
        string? cursor = null,
        int size = 100
    ) =>
        TimelinePages.AnswerAsync(
            session,
            id,
            cursor,
            size,
            async () => (await FindAsync(session, id, caller, cancellation))?.IsOutline,
            e => Custody.EntryOf((HoldingEvent)e.Data, e.Version, e.EventTypeName, e.UserName),
            cancellation
        );

    private static async Task<HoldingSheet?> FindAsync(
        AuthoritySession session,
        Guid id,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var entry = await session.Documents.LoadAsync<HoldingEntry>(id, cancellation);
        return entry is null
            ? null
            : Visibility.Of(caller, entry.Groups, entry.Members) switch
            {
                Sight.Whole => entry.Sheet,
                Sight.Outline => entry.Sheet.Outline(),
                _ => null,
            };
    }
}
