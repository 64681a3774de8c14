using System.Diagnostics;
using System.Diagnostics.Metrics;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Timing.Clocks;
using CaseCoordination.Platform.Store;
using CaseCoordination.Platform.Telemetry;

namespace CaseCoordination.EnforcementActions.Timing;

/// <summary>Waits for one file's T-0 and decides it, again and again while the database is away, until its window ends.</summary>
internal sealed class ReleaseFile(
    AuthoritySessions sessions,
    IClockQuality quality,
    ActionSettings settings,
    TimeProvider clock,
    ILogger<ReleaseFile> logger
) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private static readonly Histogram<double> Lateness = Sources.Meter.CreateHistogram<double>(
        "casecoordination.release.lateness",
        "ms",
        "From T-0 to the decision that let measures go out."
    );

    private readonly SemaphoreSlim _atOnce = new(settings.ReleaseAtOnce);

    public async Task RunAsync(ArmedFile file, CancellationToken stopping)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            await Instant.ReachAsync(clock, file.ReleaseAt, stopping);
            try
            {
                if (await TryAsync(file, stopping))
                {
                    return;
                }
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                // The decision itself ends this: beyond the window it says that T-0 was missed.
                logger.LogWarning("Action {Action} is released again: {Kind}.", file.Id, e.GetType().Name);
                logger.LogDebug(e, "Release failure.");
            }

            await Task.Delay(pause, stopping);
        }
    }

    public void Dispose() => _atOnce.Dispose();

    /// <summary>True when nothing is left to do: it went out, here or at another replica, or it never will at this instant.</summary>
    private async Task<bool> TryAsync(ArmedFile file, CancellationToken stopping)
    {
        await _atOnce.WaitAsync(stopping);
        try
        {
            using var activity = Sources.Own.StartActivity("release");
            activity?.SetTag("cc.action", file.Id).SetTag("cc.authority", file.Authority);
            await using var session = sessions.Open(file.Authority, PassActionClock.By);

            // The clock is read after the file, for each attempt anew: what is stored as the time of release is never earlier
            // than what the release was decided on, and a clock that was set back meanwhile decides nothing.
            var outcome = await session.DecideAsync<CoordinatedAction, ActionEvent>(
                file.Id,
                current =>
                    Orders.Release(
                        current,
                        quality.Current,
                        PassActionClock.Late,
                        PassActionClock.ReleaseTurn(current, clock.GetUtcNow())
                    ),
                stopping
            );
            activity?.SetTag("cc.state", Kebab.Of(outcome.State.Stage));
            if (outcome is { Changed: true, State.Release: { } release })
            {
                Lateness.Record(release.LateByMs);
            }

            return !outcome.State.WillRelease || outcome.State.Plan.Schedule.ReleaseAt != file.ReleaseAt;
        }
        finally
        {
            _atOnce.Release();
        }
    }
}
