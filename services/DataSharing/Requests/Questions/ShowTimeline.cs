using System.Globalization;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Requests.Questions;

/// <summary>Shows what happened to a request, oldest first, a page at a time.</summary>
internal static class ShowTimeline
{
    private const int MostPerPage = 500;

    public static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapGet("/{id:guid}/timeline", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Shows everything that happened to a request: when, who, what, and the letter concerned.")
            .Produces<Page<TimelineEntry>>()
            .ProducesProblem(404);

    private static async Task<IResult> HandleAsync(
        Guid id,
        AuthoritySession session,
        Caller caller,
        CancellationToken cancellation,
        string? cursor = null,
        int size = 100
    )
    {
        var shape = new Shape().Must(
            size is >= 1 and <= MostPerPage,
            "size",
            "out-of-range",
            $"From 1 to {MostPerPage}."
        );
        var isOurs = Cursor.TryRead(cursor, out var after);
        var seen = 0L;
        isOurs &= after is null || long.TryParse(after.Key, NumberStyles.None, CultureInfo.InvariantCulture, out seen);
        shape.Must(isOurs, "cursor", "not-a-cursor", "Use the next of the page before, unchanged.");
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        if (await session.FindAsync(id, caller, cancellation) is not { } sheet)
        {
            return Problems.NotFound();
        }

        var events = await session.Documents.Events.FetchStreamAsync(
            id,
            version: seen + size + 1,
            fromVersion: seen + 1,
            token: cancellation
        );
        var entries = events
            .Select(e => Timeline.EntryOf((RequestEvent)e.Data, e.Version, e.EventTypeName, e.UserName))
            .Select(e => sheet.IsOutline ? e with { Note = null } : e)
            .ToList();
        return Results.Ok(
            Pages.Cut(entries, size, last => new Cursor(last.Version.ToString(CultureInfo.InvariantCulture), id))
        );
    }
}
