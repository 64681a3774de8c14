using System.Globalization;

namespace CaseCoordination.TreatyLaw;

/// <summary>Dates as law texts write them.</summary>
public static class LawDates
{
    /// <summary>A calendar day such as 2026-03-02, or null where there is no such day.</summary>
    public static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
}
