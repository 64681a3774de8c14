using CaseCoordination.EnforcementActions.Timing.Clocks;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.EnforcementActions.Timing;

/// <summary>Brings T-0, and what is known of the clock, to the service.</summary>
public static class TimingModule
{
    public static IServiceCollection AddTiming(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddSingleton(configuration.GetSection("Clock").Get<ClockSettings>() ?? new ClockSettings())
            .AddSingleton<IClockSource, NtpClock>()
            .AddSingleton<IClockSource, KernelClock>()
            .AddSingleton<DatabaseTime>()
            .AddSingleton<IClockSource, DatabaseClock>()
            .AddSingleton<WatchClock>()
            .AddSingleton<IClockQuality>(s => s.GetRequiredService<WatchClock>())
            .AddHostedService(s => s.GetRequiredService<WatchClock>())
            .AddSingleton<PreparedFile>()
            .AddSingleton<ReleaseFile>()
            .AddHostedService<ReleaseOnTime>()
            .AddHostedService<KeepClocks>()
            .AddEventPulse()
            .AddHealthChecks()
            .AddCheck<ClockHealth>("clock", tags: ["ready"]);
        return services;
    }
}
