namespace CaseCoordination.TreatyLaw.Tests.Decisions;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Easter = new([new(2026, 4, 3), new(2026, 4, 6), new(2026, 5, 1)]);

    [Theory]
    [InlineData("2026-04-02", 10, PeriodUnit.WorkingDays, "2026-04-20")]
    [InlineData("2026-04-02", 1, PeriodUnit.WorkingDays, "2026-04-07")]
    [InlineData("2026-04-04", 1, PeriodUnit.WorkingDays, "2026-04-07")]
    [InlineData("2026-04-02", 0, PeriodUnit.WorkingDays, "2026-04-02")]
    [InlineData("2026-04-02", 1, PeriodUnit.Days, "2026-04-07")]
    [InlineData("2026-04-02", 30, PeriodUnit.Days, "2026-05-04")]
    [InlineData("2026-04-02", 1, PeriodUnit.Weeks, "2026-04-09")]
    [InlineData("2026-03-27", 1, PeriodUnit.Weeks, "2026-04-07")]
    [InlineData("2026-01-31", 1, PeriodUnit.Months, "2026-03-02")]
    [InlineData("2024-01-31", 1, PeriodUnit.Months, "2024-02-29")]
    [InlineData("2024-02-29", 1, PeriodUnit.Years, "2025-02-28")]
    [InlineData("2026-12-31", 2, PeriodUnit.Months, "2027-03-01")]
    public void A_period_ends_on_the_right_day(string from, int count, PeriodUnit unit, string due) =>
        Assert.Equal(
            due,
            DueFormat.Write(Easter.Due(DueFormat.Read(from)!.Value.Due, new Period(count, unit)), byTheHour: false)
        );

    [Fact]
    public void Without_roll_over_a_period_ends_where_it_falls() =>
        Assert.Equal(new DateOnly(2026, 4, 3), Easter.WithoutRollOver().AddDays(new DateOnly(2026, 4, 2), 1));

    [Fact]
    public void Hours_run_by_the_hour_over_days_on_which_nobody_works() =>
        Assert.Equal(
            "2026-04-03T16:30",
            DueFormat.Write(
                Easter.Due(new DateTime(2026, 4, 2, 16, 30, 0), new Period(24, PeriodUnit.Hours)),
                byTheHour: true
            )
        );

    [Fact]
    public void A_day_ends_in_the_time_zone_of_the_one_who_has_to_act()
    {
        var late = new DateTimeOffset(2026, 3, 26, 23, 30, 0, TimeSpan.Zero);
        var vienna = TimeZoneInfo.FindSystemTimeZoneById("Europe/Vienna");

        // In Vienna it is the 27th already, and the clocks go forward two days later.
        Assert.Equal(
            new DateTimeOffset(2026, 3, 31, 0, 0, 0, TimeSpan.FromHours(2)),
            Easter.RunsOut(late, new Period(1, PeriodUnit.WorkingDays), vienna)
        );
        Assert.Equal(late.AddHours(48), Easter.RunsOut(late, new Period(48, PeriodUnit.Hours), vienna));
    }

    [Fact]
    public void A_negative_count_is_a_mistake() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Easter.AddWorkingDays(new DateOnly(2026, 4, 2), -1));
}
