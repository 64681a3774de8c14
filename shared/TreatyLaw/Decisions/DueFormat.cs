using System.Globalization;

namespace CaseCoordination.TreatyLaw;

/// <summary>How due times are written: a day, or a day and minute for periods in hours.</summary>
public static class DueFormat
{
    public static string Write(DateTime due, bool byTheHour) =>
        due.ToString(byTheHour ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static (DateTime Due, bool ByTheHour)? Read(string text)
    {
        if (
            DateTime.TryParseExact(
                text,
                ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var due
            )
        )
        {
            return (due, text.Length > 10);
        }

        return null;
    }

    public static string Write(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
