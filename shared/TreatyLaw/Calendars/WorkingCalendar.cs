using System.Collections.Frozen;

namespace CaseCoordination.TreatyLaw;

/// <summary>
/// Counts periods for the authority that has to act: the day of the event is not counted, Saturdays, Sundays and its
/// public holidays are no working days, and a period in days, weeks or months that ends on one runs to the next.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly FrozenSet<DateOnly> holidays;
    private readonly bool rollsOver;

    public WorkingCalendar(IEnumerable<DateOnly> holidays, bool rollsOver = true)
    {
        this.holidays = holidays.ToFrozenSet();
        this.rollsOver = rollsOver;
    }

    private WorkingCalendar(FrozenSet<DateOnly> holidays, bool rollsOver)
    {
        this.holidays = holidays;
        this.rollsOver = rollsOver;
    }

    public IReadOnlySet<DateOnly> Holidays => holidays;

    /// <summary>The same days, for an instrument whose periods end where they fall.</summary>
    public WorkingCalendar WithoutRollOver() => rollsOver ? new WorkingCalendar(holidays, rollsOver: false) : this;

    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day);

    public DateOnly NextWorkingDayOrSame(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The n-th working day after the day of the event.</summary>
    public DateOnly AddWorkingDays(DateOnly eventDay, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var day = eventDay;
        for (var left = count; left > 0; left--)
        {
            day = NextWorkingDayOrSame(day.AddDays(1));
        }

        return day;
    }

    public DateOnly AddDays(DateOnly eventDay, int count) => Roll(eventDay.AddDays(count));

    public DateOnly AddWeeks(DateOnly eventDay, int count) => Roll(eventDay.AddDays(7 * count));

    /// <summary>The same day of a later month, or its last day where that day does not exist.</summary>
    public DateOnly AddMonths(DateOnly eventDay, int count) => Roll(eventDay.AddMonths(count));

    /// <summary>When a period that starts with an event ends, in local time; hours run by the hour.</summary>
    public DateTime Due(DateTime localEvent, Period period)
    {
        var day = DateOnly.FromDateTime(localEvent);
        return period.Unit switch
        {
            PeriodUnit.Hours => localEvent.AddHours(period.Count),
            PeriodUnit.WorkingDays => Midnight(AddWorkingDays(day, period.Count)),
            PeriodUnit.Days => Midnight(AddDays(day, period.Count)),
            PeriodUnit.Weeks => Midnight(AddWeeks(day, period.Count)),
            PeriodUnit.Months => Midnight(AddMonths(day, period.Count)),
            PeriodUnit.Years => Midnight(AddMonths(day, 12 * period.Count)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>
    /// The instant at which a period has run out for an authority in such a time zone: hours after the event by the
    /// hour, otherwise the end of the last local day.
    /// </summary>
    public DateTimeOffset RunsOut(DateTimeOffset happened, Period period, TimeZoneInfo zone)
    {
        if (period.Unit == PeriodUnit.Hours)
        {
            return happened.AddHours(period.Count);
        }

        var local = TimeZoneInfo.ConvertTime(happened, zone);
        var end = Due(local.DateTime, period).AddDays(1);
        while (zone.IsInvalidTime(end))
        {
            end = end.AddMinutes(30);
        }

        return new DateTimeOffset(end, zone.GetUtcOffset(end));
    }

    private DateOnly Roll(DateOnly day) => rollsOver ? NextWorkingDayOrSame(day) : day;

    private static DateTime Midnight(DateOnly day) => day.ToDateTime(TimeOnly.MinValue);
}
