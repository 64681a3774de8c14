using System.Diagnostics.Metrics;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.Platform.Telemetry;

namespace CaseCoordination.EnforcementActions.Timing.Clocks;

/// <summary>
/// Compares this node's clock again and again with the best source there is: a time server, what the kernel knows, the
/// database server. Every answer, also that nothing can tell, is a reading.
/// </summary>
internal sealed class WatchClock : BackgroundService, IClockQuality
{
    private readonly IReadOnlyList<IClockSource> _sources;
    private readonly ClockSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ILogger<WatchClock> _logger;
    private ClockReading? _current;

    public WatchClock(
        IEnumerable<IClockSource> sources,
        ClockSettings settings,
        TimeProvider clock,
        ILogger<WatchClock> logger
    )
    {
        (_sources, _settings, _clock, _logger) = ([.. sources], settings, clock, logger);
        Observe("casecoordination.clock.offset", "ms", "Own clock less the source's.", r => r.OffsetMs);
        Observe(
            "casecoordination.clock.uncertainty",
            "ms",
            "How far the true offset may be off.",
            r => r.UncertaintyMs
        );
        Observe(
            "casecoordination.clock.quality",
            null,
            "0 good, 1 doubtful, 2 unknown, 3 bad.",
            r => ClockQualities.RankOf(r.Quality)
        );
    }

    public ClockReading? Current => Volatile.Read(ref _current);

    /// <summary>Takes one reading.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        ClockOffset? told = null;
        foreach (var source in _sources)
        {
            told ??= await TryAsync(source, cancellation);
        }

        var (before, reading) = (Current, ClockQualities.Judge(told, _settings, _clock.GetUtcNow()));
        Volatile.Write(ref _current, reading);
        if (before?.Quality != reading.Quality)
        {
            Tell(reading);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Delay(_settings.Every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<ClockOffset?> TryAsync(IClockSource source, CancellationToken cancellation)
    {
        try
        {
            return await source.ReadAsync(cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            _logger.LogDebug(e, "{Source} tells no time.", source.GetType().Name);
            return null;
        }
    }

    private void Tell(ClockReading reading)
    {
        var level = ClockQualities.IsPoor(reading.Quality) ? LogLevel.Warning : LogLevel.Information;
        if (reading.OffsetMs is null)
        {
            _logger.Log(level, "How far this node's clock is off is unknown; name time servers in Clock:Ntp.");
            return;
        }

        _logger.Log(
            level,
            "This node's clock is {Quality} by {Source}: offset {Offset} ms, uncertain by {Uncertainty} ms.",
            reading.Quality,
            reading.Source,
            reading.OffsetMs,
            reading.UncertaintyMs
        );
    }

    private void Observe(string name, string? unit, string description, Func<ClockReading, double?> value) =>
        Sources.Meter.CreateObservableGauge(
            name,
            () =>
                Current is { } r && value(r) is { } v
                    ? [new Measurement<double>(v)]
                    : Array.Empty<Measurement<double>>(),
            unit,
            description
        );
}
