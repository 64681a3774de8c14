using System.Globalization;
using CaseCoordination.EnforcementActions.Actions;

namespace CaseCoordination.EnforcementActions.Tests.Api;

/// <summary>Plans and titles as callers write them.</summary>
internal static class Plans
{
    private static readonly string[] Venue = ["t1"];

    public static string Instant(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);

    public static RecordTitle.Body Title(string measure, string number = "7 Gs 12/26") =>
        new(measure, number, "District court", "2026-03-02");

    public static MeasureInput Measure(string id, string authority, string kind = "freeze", string? place = null) =>
        new(id, authority, kind, Venue, "court order", place);

    /// <summary>XA-SMA leads; MSA-FMA and XB-DAC take part with a measure each; cut-off in 20 minutes, T-0 in 30.</summary>
    public static PlanBody Of(DateTimeOffset now, string title = "Freeze at Delta") =>
        new(
            title,
            "Stop the venue before customers' assets leave it.",
            new("manipulation", "crypto-derivatives", "yes"),
            Instrument: "test-pact",
            Assistance: ["info.files"],
            Fields: ["facts-and-purpose"],
            Targets: [new("t1", "entity", "Delta Derivatives Exchange", [new("lei", "529900T8BM49AURSDO55")])],
            Measures: [Measure("m1", "XA-SMA"), Measure("m2", "MSA-FMA"), Measure("m3", "XB-DAC")],
            Participants: ["MSA-FMA", "XB-DAC"],
            Rule: new("consensus"),
            Schedule: Schedule(now)
        );

    public static ScheduleInput Schedule(DateTimeOffset now) =>
        new(Instant(now.AddMinutes(10)), Instant(now.AddMinutes(20)), Instant(now.AddMinutes(30)), 600);
}
