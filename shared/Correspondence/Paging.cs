using CaseCoordination.Platform.Http;

namespace CaseCoordination.Correspondence;

/// <summary>Which page is asked for of a list that is sorted by an instant.</summary>
/// <param name="After">The last item of the page before; absent for the first page.</param>
/// <param name="Seen">The instant of that item.</param>
public sealed record Paging(Cursor? After, DateTimeOffset Seen, int Size);

/// <summary>Checks what pages are asked for.</summary>
public static class PagingShape
{
    private const int Usual = 50;
    private const int MostPerPage = 200;

    public static Shape Paged(this Shape shape, string? cursor, int? size, out Paging page)
    {
        var isOurs = Cursor.TryRead(cursor, out var after);
        var seen = default(DateTimeOffset);
        isOurs = isOurs && (after is null || after.TryInstant(out seen));
        page = new Paging(after, seen, size ?? Usual);
        return shape
            .Must(isOurs, "cursor", "not-a-cursor", "Use the next of the page before, unchanged.")
            .Must(page.Size is >= 1 and <= MostPerPage, "size", "out-of-range", $"From 1 to {MostPerPage}.");
    }
}
