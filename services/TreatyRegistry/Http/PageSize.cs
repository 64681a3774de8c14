using CaseCoordination.Platform.Http;

namespace CaseCoordination.TreatyRegistry.Http;

/// <summary>How many items a page holds.</summary>
internal static class PageSize
{
    private const int Usual = 100;
    private const int Most = 500;

    /// <summary>Reads size and cursor; false with the problem when one of them is wrong.</summary>
    public static bool TryRead(int? asked, string? after, out int size, out Cursor? cursor, out IResult? problem)
    {
        size = asked ?? Usual;
        var shape = new Shape().Must(size is >= 1 and <= Most, "size", "out-of-range", $"From 1 to {Most}.");
        if (!Cursor.TryRead(after, out cursor))
        {
            shape.Wrong("after", "cursor-unknown", "A cursor is what 'next' of the page before says, unchanged.");
        }

        problem = shape.IsWrong ? shape.Problem() : null;
        return !shape.IsWrong;
    }
}
