using CaseCoordination.TreatyRegistry.Proposals;

namespace CaseCoordination.TreatyRegistry.Tests;

public sealed class EffectiveDatesTests
{
    [Theory]
    [InlineData("2026-03-02", "Etc/UTC", "2026-03-02T00:00:00Z")]
    [InlineData("2026-03-02", "Asia/Tokyo", "2026-03-01T15:00:00Z")]
    [InlineData("2026-07-01", "Europe/Vienna", "2026-06-30T22:00:00Z")]
    [InlineData("2026-01-01", "America/Panama", "2026-01-01T05:00:00Z")]
    // Clocks in Sao Paulo were set forward at midnight of this day: it began at one o'clock.
    [InlineData("2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00Z")]
    public void A_day_begins_where_the_authority_is(string day, string zone, string instant) =>
        Assert.Equal(
            DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture),
            EffectiveDates.Begins(RegistryReplica.IsoDate.Read(day), zone)
        );

    [Fact]
    public void Without_a_date_it_is_today_where_the_authority_is()
    {
        var lateInLondon = new DateTimeOffset(2026, 3, 2, 23, 30, 0, TimeSpan.Zero);

        Assert.Equal(new DateOnly(2026, 3, 3), EffectiveDates.Read(null, "Asia/Tokyo", lateInLondon));
        Assert.Equal(new DateOnly(2026, 3, 2), EffectiveDates.Read(null, "America/Panama", lateInLondon));
        Assert.Equal(new DateOnly(2026, 5, 1), EffectiveDates.Read("2026-05-01", "Asia/Tokyo", lateInLondon));
    }
}
