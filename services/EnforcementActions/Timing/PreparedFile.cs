using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.EnforcementActions.Timing;

/// <summary>
/// Reads a file shortly before its T-0, so that at T-0 there is only something to write. It decides nothing: what was written since
/// makes the release read the file again.
/// </summary>
internal sealed class PreparedFile(AuthoritySessions sessions, TimeProvider clock, ILogger<PreparedFile> logger)
    : IDisposable
{
    // Some hundred files are read in a fraction of this, on a machine that is busy with other things in most of it.
    public static readonly TimeSpan Before = TimeSpan.FromSeconds(8);

    // Nothing hurries yet, and other work goes on.
    private const int AtOnce = 4;
    private readonly SemaphoreSlim _atOnce = new(AtOnce);

    /// <summary>The file and its version; null when it could not be read before T-0, which then reads it itself.</summary>
    public async Task<(CoordinatedAction State, long Version)?> ReadAsync(ArmedFile file, CancellationToken stopping)
    {
        var left = file.ReleaseAt - clock.GetUtcNow();
        if (left <= TimeSpan.Zero)
        {
            return null;
        }

        using var atLatest = new CancellationTokenSource(left, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(atLatest.Token, stopping);
        try
        {
            await _atOnce.WaitAsync(either.Token);
            try
            {
                await using var session = sessions.Open(file.Authority, PassActionClock.By);
                return await session.LoadAsync<CoordinatedAction>(file.Id, either.Token);
            }
            finally
            {
                _atOnce.Release();
            }
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            logger.LogDebug(e, "Action {Action} is read at T-0.", file.Id);
            return null;
        }
    }

    public void Dispose() => _atOnce.Dispose();
}
