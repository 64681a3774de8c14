using CaseCoordination.DataSharing.Packages.Questions;
using CaseCoordination.DataSharing.Packages.Retrieval;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;
using Marten.Linq.MatchesSql;

namespace CaseCoordination.DataSharing.Packages.Contents;

/// <summary>Deletes uploads that nobody finished, and contents that belong to no package any more.</summary>
public sealed class VaultSweep(
    HostedAuthorities hosted,
    AuthoritySessions sessions,
    Vault vault,
    FetchLeases leases,
    PackageSettings settings,
    TimeProvider clock,
    ILogger<VaultSweep> logger
) : BackgroundService
{
    /// <summary>Sweeps one authority's folder; returns how many contents were deleted.</summary>
    public async Task<int> SweepAsync(string authority, CancellationToken cancellation)
    {
        var deleted = 0;
        var before = clock.GetUtcNow() - settings.SweepAfter;
        await leases.ForgetAsync(authority, before, cancellation);
        foreach (var sha256 in vault.Old(authority, before).ToList())
        {
            await using var session = sessions.Open(authority, "sweep");
            var belongs = await session
                .Documents.Query<PackageEntry>()
                .AnyAsync(e => e.MatchesSql('^', "d.data -> 'contents' ? ^", sha256), cancellation);
            if (!belongs)
            {
                vault.Delete(authority, sha256);
                deleted++;
            }
        }

        return deleted;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(settings.SweepEvery, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var authority in hosted.Codes)
            {
                try
                {
                    await SweepAsync(authority, stoppingToken);
                }
                catch (Exception e) when (!stoppingToken.IsCancellationRequested)
                {
                    logger.LogWarning("The vault could not be swept: {Kind}.", e.GetType().Name);
                    logger.LogDebug(e, "Sweep failure.");
                }
                catch (OperationCanceledException)
                {
                    return;
                }
            }
        }
    }
}
