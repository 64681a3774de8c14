using System.Globalization;
using CaseCoordination.DataSharing.Holdings.Domain;

namespace CaseCoordination.DataSharing.Holdings;

/// <summary>How long an item may be kept: the strictest of what the instrument, its sender and domestic law say.</summary>
public static class Retention
{
    /// <summary>The end of its last day where the holder sits, with the time of the warning; null when nothing limits it.</summary>
    public static Limit? Of(
        IEnumerable<Binding> bindings,
        Conditions conditions,
        string holder,
        DateTimeOffset received,
        Calendars calendars,
        HoldingSettings settings
    )
    {
        var first = calendars.DayOf(holder, received);
        var ends = bindings
            .Where(b => b is { Op: "retain", Keep: not null })
            .Select(b => EndOf(b.Keep!, first, received, holder, calendars))
            .ToList();
        if (conditions.KeepUntil is { } day)
        {
            ends.Add(calendars.EndOf(holder, day));
        }

        if (settings.KeepDays is { } days)
        {
            ends.Add(calendars.EndOf(holder, first.AddDays(days)));
        }

        return ends.Count == 0 ? null : WithWarning(ends.Min(), received, settings);
    }

    private static Limit WithWarning(DateTimeOffset end, DateTimeOffset received, HoldingSettings settings)
    {
        var warn = end.AddDays(-settings.RetentionWarnDays);
        return new Limit(warn > received ? warn : received, end);
    }

    // Words as the law compiles them, such as "5 years". A period that nobody can read ends at once: a person has to look.
    private static DateTimeOffset EndOf(
        string keep,
        DateOnly first,
        DateTimeOffset received,
        string holder,
        Calendars calendars
    )
    {
        if (
            keep.Split(' ') is not [var text, var unit]
            || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        )
        {
            return received;
        }

        // Nothing outlives the calendar; a limit only becomes stricter by this.
        count = Math.Min(count, unit == "years" ? 1_000 : 10_000);
        return unit switch
        {
            "hours" => received.AddHours(count),
            "days" => calendars.EndOf(holder, first.AddDays(count)),
            "workingdays" => calendars.After(holder, received, count),
            "weeks" => calendars.EndOf(holder, first.AddDays(7 * count)),
            "months" => calendars.EndOf(holder, first.AddMonths(count)),
            "years" => calendars.EndOf(holder, first.AddYears(count)),
            _ => received,
        };
    }
}
