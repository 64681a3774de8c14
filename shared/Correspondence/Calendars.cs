using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyLaw;
using Marten;

namespace CaseCoordination.Correspondence;

/// <summary>The working days of the authorities that a decision may give a clock.</summary>
public sealed class Calendars(IReadOnlyDictionary<string, AuthorityProfile> profiles)
{
    /// <summary>Nobody's holidays: Monday to Friday in UTC.</summary>
    public static Calendars None { get; } = new(new Dictionary<string, AuthorityProfile>(StringComparer.Ordinal));

    public bool Knows(string authority) => profiles.ContainsKey(authority);

    /// <summary>The end of the n-th working day after an instant, where the authority sits.</summary>
    public DateTimeOffset After(string authority, DateTimeOffset start, int workingDays) =>
        CalendarOf(authority)
            .RunsOut(start, new Period(workingDays, PeriodUnit.WorkingDays), ZoneOf(authority))
            .ToUniversalTime();

    /// <summary>The end of a day where the authority sits.</summary>
    public DateTimeOffset EndOf(string authority, DateOnly day)
    {
        var zone = ZoneOf(authority);
        var end = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(end))
        {
            end = end.AddMinutes(30);
        }

        return new DateTimeOffset(end, zone.GetUtcOffset(end)).ToUniversalTime();
    }

    /// <summary>The day that it is at an instant where the authority sits.</summary>
    public DateOnly DayOf(string authority, DateTimeOffset instant) => DayIn(ZoneOf(authority), instant);

    /// <summary>Whether an instant is on a working day where the authority sits.</summary>
    public bool IsWorkingDay(string authority, DateTimeOffset instant) =>
        CalendarOf(authority).IsWorkingDay(DayOf(authority, instant));

    /// <summary>A due time after a pause: as many working days are left as were left when it began.</summary>
    public DateTimeOffset Resume(string authority, DateTimeOffset due, DateTimeOffset paused, DateTimeOffset resumed)
    {
        var zone = ZoneOf(authority);
        var calendar = CalendarOf(authority);
        var left = 0;

        // A due time is the end of its day, so the last day that counts is the one before.
        for (var day = DayIn(zone, paused).AddDays(1); day < DayIn(zone, due); day = day.AddDays(1))
        {
            left += calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return due <= paused ? due : After(authority, resumed, left);
    }

    public static async Task<Calendars> LoadAsync(
        AuthoritySession session,
        IEnumerable<string> authorities,
        CancellationToken cancellation
    )
    {
        var codes = authorities.Distinct(StringComparer.Ordinal).ToArray();
        var known = await session.Documents.LoadManyAsync<AuthorityReplica>(cancellation, codes);
        return new Calendars(known.ToDictionary(a => a.Id, a => a.ToProfile(), StringComparer.Ordinal));
    }

    private WorkingCalendar CalendarOf(string authority) =>
        profiles.TryGetValue(authority, out var profile) ? profile.Calendar : new WorkingCalendar([]);

    private TimeZoneInfo ZoneOf(string authority) =>
        profiles.TryGetValue(authority, out var profile)
        && TimeZoneInfo.TryFindSystemTimeZoneById(profile.TimeZone, out var zone)
            ? zone
            : TimeZoneInfo.Utc;

    private static DateOnly DayIn(TimeZoneInfo zone, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
