using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CaseCoordination.Platform.Telemetry;

/// <summary>The system's own traces and measures.</summary>
public static class Sources
{
    public const string Name = "CaseCoordination";

    public static readonly ActivitySource Own = new(Name);
    public static readonly Meter Meter = new(Name);
}
