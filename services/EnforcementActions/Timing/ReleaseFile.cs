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
    PreparedFile prepared,
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

    // Files whose T-0 has come and that are not decided yet. The letters that tell of releases wait until there are none, since their
    // way to other authorities takes far more of the machine than the releases themselves.
    private int _due;

    public async Task RunAsync(ArmedFile file, CancellationToken stopping)
    {
        await Instant.ReachAsync(clock, file.ReleaseAt - PreparedFile.Before, stopping);
        var read = await prepared.ReadAsync(file, stopping);
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            await Instant.ReachAsync(clock, file.ReleaseAt, stopping);
            try
            {
                if (await TryAsync(file, read, stopping))
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

            read = null;
            await Task.Delay(pause, stopping);
        }
    }

    public void Dispose() => _atOnce.Dispose();

    /// <summary>True when nothing is left to do: it went out, here or at another replica, or it never will at this instant.</summary>
    /// <param name="file">What is due.</param>
    /// <param name="read">The file as it was read before T-0; null to read it now.</param>
    /// <param name="stopping">Stops before the commit.</param>
    internal async Task<bool> TryAsync(ArmedFile file, (CoordinatedAction, long)? read, CancellationToken stopping)
    {
        Interlocked.Increment(ref _due);
        try
        {
            await _atOnce.WaitAsync(stopping);
            try
            {
                return await DecideAsync(file, read, stopping);
            }
            finally
            {
                _atOnce.Release();
            }
        }
        finally
        {
            if (Interlocked.Decrement(ref _due) == 0)
            {
                sessions.Tell();
            }
        }
    }

    private async Task<bool> DecideAsync(ArmedFile file, (CoordinatedAction, long)? read, CancellationToken stopping)
    {
        using var activity = Sources.Own.StartActivity("release");
        activity?.SetTag("cc.action", file.Id).SetTag("cc.authority", file.Authority);
        await using var session = sessions.Open(file.Authority, PassActionClock.By);
        session.IsQuiet = true;

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
            stopping,
            read: read
        );
        activity?.SetTag("cc.state", Kebab.Of(outcome.State.Stage));
        if (outcome is { Changed: true, State.Release: { } release })
        {
            Lateness.Record(release.LateByMs);
        }

        return !outcome.State.WillRelease || outcome.State.Plan.Schedule.ReleaseAt != file.ReleaseAt;
    }
}
