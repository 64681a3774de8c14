using CaseCoordination.Platform.Resilience;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Polly;
using Polly.Retry;

namespace CaseCoordination.Platform.Store;

/// <summary>
/// Stops the start when the database would store wrong instants or lets the runtime role do more than it may.
/// </summary>
internal sealed class DatabaseAssertions(IConfiguration configuration) : IHostedLifecycleService
{
    // A database that is restarting answers within seconds; one that does not is a fault to report.
    private readonly ResiliencePipeline _patience = new ResiliencePipelineBuilder()
        .AddRetry(
            new RetryStrategyOptions
            {
                MaxRetryAttempts = 30,
                Delay = TimeSpan.FromSeconds(1),
                ShouldHandle = args => ValueTask.FromResult(Pipelines.IsDatabase(args.Outcome.Exception)),
            }
        )
        .Build();

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var role in (string[])["Runtime", "Daemon"])
        {
            var zone = await ReadAsync(role, "select current_setting('timezone')", cancellationToken);
            if (zone is not ("UTC" or "Etc/UTC"))
            {
                throw new InvalidOperationException(
                    $"The time zone of the {role} connection is '{zone}' and must be UTC: alter the role or the database."
                );
            }
        }

        if (
            await ReadAsync(
                "Runtime",
                $"select has_table_privilege('{StoreSetup.Schema}.mt_events', 'update,delete')::text",
                cancellationToken
            ) != "false"
        )
        {
            throw new InvalidOperationException("The runtime role may change events; run the migration again.");
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<string?> ReadAsync(string role, string sql, CancellationToken cancellation) =>
        await _patience.ExecuteAsync(
            async token =>
            {
                await using var connection = new NpgsqlConnection(Migration.Required(configuration, role));
                await connection.OpenAsync(token);
                await using var read = new NpgsqlCommand(sql, connection);
                return await read.ExecuteScalarAsync(token) as string;
            },
            cancellation
        );
}
