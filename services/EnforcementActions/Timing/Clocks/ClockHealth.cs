using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CaseCoordination.EnforcementActions.Timing.Clocks;

/// <summary>Shows the clock beside what makes the service ready; a poor clock is told, and no reason to stop serving.</summary>
internal sealed class ClockHealth(IClockQuality quality) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            HealthCheckResult.Healthy(
                quality.Current is { } r
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"{r.Quality} by {r.Source}, offset {r.OffsetMs:F1} ms."
                    )
                    : "Not looked at yet."
            )
        );
}
