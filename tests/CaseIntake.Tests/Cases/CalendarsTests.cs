using CaseCoordination.CaseIntake.Cases;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.CaseIntake.Tests.Cases;

public sealed class CalendarsTests
{
    private static readonly Calendars Calendars = new(
        new Dictionary<string, AuthorityProfile>(StringComparer.Ordinal)
        {
            ["XB-DAC"] = new()
            {
                Code = "XB-DAC",
                Jurisdiction = "XB",
                Kind = "securities-regulator",
                TimeZone = "Asia/Tokyo",
                Holidays = [new DateOnly(2026, 3, 20)],
            },
        }
    );

    // Tuesday 17 March 2026, 23:30 UTC, is Wednesday the 18th in Tokyo; Friday the 20th is a holiday there.
    private static readonly DateTimeOffset Late = new(2026, 3, 17, 23, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Working_days_are_those_of_the_authority_that_must_act() =>
        Assert.Equal(
            new DateTimeOffset(2026, 3, 24, 0, 0, 0, TimeSpan.FromHours(9)),
            Calendars.After("XB-DAC", Late, 2)
        );

    [Theory]
    [InlineData("2026-03-23T03:00:00Z", "2026-03-24T00:00:00Z")]
    [InlineData("2026-03-18T03:00:00Z", "2026-03-19T00:00:00Z")]
    public void An_authority_not_in_the_registry_works_monday_to_friday_in_utc(string from, string due) =>
        Assert.Equal(
            DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture).AddDays(1),
            Calendars.After("ZZ-NEW", DateTimeOffset.Parse(from, System.Globalization.CultureInfo.InvariantCulture), 1)
        );

    [Fact]
    public void A_pause_gives_back_the_working_days_that_were_left()
    {
        var due = Calendars.After("XB-DAC", Late, 4);
        var resumed = Calendars.Resume("XB-DAC", due, Late.AddDays(1), Late.AddDays(20));

        // Left were Monday to Wednesday; resumed on Tuesday 7 April in Tokyo, so Wednesday to Friday.
        Assert.Equal(new DateTimeOffset(2026, 3, 26, 0, 0, 0, TimeSpan.FromHours(9)), due);
        Assert.Equal(new DateTimeOffset(2026, 4, 11, 0, 0, 0, TimeSpan.FromHours(9)), resumed);
    }

    [Fact]
    public void What_was_due_before_the_pause_stays_due() =>
        Assert.Equal(Late, Calendars.Resume("XB-DAC", Late, Late.AddHours(1), Late.AddDays(9)));
}
