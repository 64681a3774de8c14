using System.Globalization;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Store;
using JasperFx.Events;
using Microsoft.AspNetCore.Http;

namespace CaseCoordination.Correspondence;

/// <summary>What happened to a file, oldest first, a page at a time.</summary>
public static class TimelinePages
{
    private const int MostPerPage = 500;

    /// <summary>Answers with one page, or with what is wrong; 404 where the reader may not know of the file.</summary>
    /// <param name="session">The authority's session.</param>
    /// <param name="id">The file.</param>
    /// <param name="cursor">The <c>next</c> of the page before; null for the first.</param>
    /// <param name="size">Entries on a page, 1 to 500.</param>
    /// <param name="isOutline">Whether the reader sees no more than an outline, which has no notes; null when nothing.</param>
    /// <param name="entryOf">How an event is told.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<IResult> AnswerAsync(
        AuthoritySession session,
        Guid id,
        string? cursor,
        int size,
        Func<Task<bool?>> isOutline,
        Func<IEvent, TimelineEntry> entryOf,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(isOutline);
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

        if (await isOutline() is not { } hidesNotes)
        {
            return Problems.NotFound();
        }

        var events = await session.Documents.Events.FetchStreamAsync(
            id,
            version: seen + size + 1,
            fromVersion: seen + 1,
            token: cancellation
        );
        var entries = events.Select(entryOf).Select(e => hidesNotes ? e with { Note = null } : e).ToList();
        return Results.Ok(
            Pages.Cut(entries, size, last => new Cursor(last.Version.ToString(CultureInfo.InvariantCulture), id))
        );
    }
}
