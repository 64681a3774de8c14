using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>Reads the days on which nobody works.</summary>
internal static class HolidayReader
{
    public static Dictionary<string, ImmutableSortedSet<DateOnly>> Read(LawFields fields)
    {
        var holidays = new Dictionary<string, ImmutableSortedSet<DateOnly>>(StringComparer.Ordinal);
        if (fields.Fields("holidays") is { } all)
        {
            foreach (var entry in all.Map.Entries)
            {
                holidays[entry.Key] = Days(all, entry.Key);
            }
        }

        return holidays;
    }

    /// <summary>Reads the list of days that a jurisdiction does not work.</summary>
    public static ImmutableSortedSet<DateOnly> Days(LawFields fields, string name)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var days = ImmutableSortedSet.CreateBuilder<DateOnly>();
        foreach (var text in fields.Texts(name))
        {
            if (LawDates.Parse(text) is { } day)
            {
                days.Add(day);
            }
            else
            {
                fields.Report(
                    fields.PlaceOf(name),
                    $"'{name}': '{text}' is not a date that exists",
                    "write a calendar day as \"2026-03-02\""
                );
            }
        }

        return days.ToImmutable();
    }
}
