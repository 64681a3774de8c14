using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Questions;
using CaseCoordination.EnforcementActions.Timing.Clocks;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.EnforcementActions.Timing;

/// <summary>Sees to it that every armed file says how good the clock is by which it will go out.</summary>
internal sealed class KeepClocks(
    IClockQuality quality,
    HostedAuthorities hosted,
    AuthoritySessions sessions,
    TimeProvider clock,
    ILogger<KeepClocks> logger
) : BackgroundService
{
    public const string By = "clock";
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);

    // What this replica said last of each file; only whoever called a clock bad may take it back.
    private readonly Dictionary<(string Authority, Guid Id), ClockReading> _kept = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (quality.Current is { } reading)
                {
                    await KeepAsync(reading, stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Clocks are kept again: {Kind}.", e.GetType().Name);
                logger.LogDebug(e, "Failure to keep clocks.");
            }

            await Task.Delay(Tick, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task KeepAsync(ClockReading reading, CancellationToken cancellation)
    {
        var armed = new HashSet<(string, Guid)>();
        foreach (var authority in hosted.Codes)
        {
            await using var session = sessions.Open(authority, By);
            var files = await session
                .Documents.Query<ActionEntry>()
                .Where(e => e.WillRelease)
                .Select(e => new
                {
                    e.Id,
                    e.IsClockChecked,
                    e.Sheet.Clock,
                })
                .ToListAsync(cancellation);
            foreach (var file in files)
            {
                armed.Add((authority, file.Id));
                var check = new CheckClock(reading, _kept.GetValueOrDefault((authority, file.Id)));
                if (check.IsNews(file.Clock, file.IsClockChecked))
                {
                    await KeepAsync(session, file.Id, check, cancellation);
                }
            }
        }

        foreach (var over in _kept.Keys.Where(k => !armed.Contains(k)).ToList())
        {
            _kept.Remove(over);
        }
    }

    private async Task KeepAsync(AuthoritySession session, Guid id, CheckClock check, CancellationToken cancellation)
    {
        var outcome = await session.DecideAsync<CoordinatedAction, ActionEvent>(
            id,
            current => CheckClock.Decide(current, check, new Turn(By, id, clock.GetUtcNow())),
            cancellation
        );
        if (outcome.Changed)
        {
            _kept[(session.Authority, id)] = check.Reading;
            if (ClockQualities.IsPoor(check.Reading.Quality))
            {
                logger.LogWarning(
                    "Action {Action} of {Authority} is armed on a clock that is {Quality}.",
                    id,
                    session.Authority,
                    check.Reading.Quality
                );
            }
        }
    }
}
