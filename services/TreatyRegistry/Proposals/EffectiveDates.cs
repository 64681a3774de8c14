using System.Globalization;
using CaseCoordination.Platform.Deadlines;
using CaseCoordination.Platform.Http;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Proposals;

/// <summary>When an effective date begins, and the clocks that wait for it.</summary>
internal static class EffectiveDates
{
    /// <summary>An effective date may be absent; if not, it exists.</summary>
    public static Shape Check(Shape shape, string? day) => day is null ? shape : shape.Date("effectiveFrom", day);

    /// <summary>The day that was named, or today where the authority is.</summary>
    public static DateOnly Read(string? day, string timeZone, DateTimeOffset now) =>
        day is not null
            ? IsoDate.Read(day)
            : DateOnly.FromDateTime(
                TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime
            );

    /// <summary>The first instant of a day where the authority is.</summary>
    public static DateTimeOffset Begins(DateOnly day, string timeZone)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var midnight = day.ToDateTime(TimeOnly.MinValue);

        // Where clocks are set forward at midnight the day begins later.
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    public static IEnumerable<OpenDeadline> Clocks<TChange>(ProposalBook<TChange> book) =>
        book
            .All.Values.Where(p => p.Stage == ProposalStage.Approved)
            .Select(p => new OpenDeadline(p.Id.ToString("N", CultureInfo.InvariantCulture), null, p.EffectiveAt));
}
