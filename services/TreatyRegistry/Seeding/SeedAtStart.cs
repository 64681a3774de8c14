using CaseCoordination.TreatyLaw;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CaseCoordination.TreatyRegistry.Seeding;

/// <summary>
/// Reads the files of <c>Registry:Instruments</c> once at start. A wrong file stops the service with one line per problem and
/// exit code 1, before anything was stored; until everything is in, the service is not ready.
/// </summary>
internal sealed class SeedAtStart(
    IConfiguration configuration,
    Seed seed,
    IHostApplicationLifetime host,
    TimeProvider clock,
    ILogger<SeedAtStart> logger
) : BackgroundService, IHealthCheck
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private volatile bool _done;

    /// <summary>What the process ends with.</summary>
    public int ExitCode { get; private set; }

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            _done ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("The deployment's files are being read.")
        );

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (configuration["Registry:Instruments"] is not { Length: > 0 } folder)
        {
            _done = true;
            return;
        }

        try
        {
            var files = SeedFiles.Read(folder);
            await StoreAsync(files, stoppingToken);
        }
        catch (LawTextException wrong)
        {
            Stop(string.Join(Environment.NewLine, wrong.Problems));
        }
        catch (Exception e) when (e is SeedRefusedException or IOException or UnauthorizedAccessException)
        {
            Stop(e.Message);
        }
    }

    // A database that is away at this moment comes back; what is stored already changes nothing the next time.
    private async Task StoreAsync(SeedFiles files, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var changed = await seed.RunAsync(files, stopping);
                logger.LogInformation(
                    "The deployment's files are in the register; they changed {Count} things.",
                    changed
                );
                _done = true;
                return;
            }
            catch (Exception e) when (e is not (SeedRefusedException or OperationCanceledException))
            {
                logger.LogWarning(
                    "Reading the deployment's files into the register starts over: {Kind}.",
                    e.GetType().Name
                );
                await Task.Delay(Pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Stop(string problems)
    {
        ExitCode = 1;
        logger.LogCritical("The register's files are wrong; nothing of them is stored: {Problems}", problems);
        host.StopApplication();
    }
}
