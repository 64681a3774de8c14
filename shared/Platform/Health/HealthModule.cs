using CaseCoordination.Platform.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace CaseCoordination.Platform.Health;

/// <summary>Live: the process answers. Ready: it can write, can publish, and its announcements progress.</summary>
internal static class HealthModule
{
    public static void AddHealth(this IHostApplicationBuilder builder) =>
        builder
            .Services.AddSingleton<DaemonProgress>()
            .AddHealthChecks()
            .AddCheck<CanWrite>("can-write", tags: ["ready"])
            .AddCheck<DaemonProgress>("announcements-progress", tags: ["ready"]);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks(
                "/health/ready",
                new HealthCheckOptions
                {
                    Predicate = check => check.Tags.Contains("ready"),
                    ResultStatusCodes = { [HealthStatus.Degraded] = 503 },
                    ResponseWriter = (http, report) =>
                        http.Response.WriteAsJsonAsync(
                            report.Entries.ToDictionary(
                                e => e.Key,
                                e => new { status = e.Value.Status.ToString(), e.Value.Description },
                                StringComparer.Ordinal
                            )
                        ),
                }
            )
            .AllowAnonymous();
    }
}

/// <summary>Writes a row as the runtime role.</summary>
internal sealed class CanWrite(IConfiguration configuration) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            await using var connection = new NpgsqlConnection(Migration.Required(configuration, "Runtime"));
            await connection.OpenAsync(cancellationToken);
            await using var write = new NpgsqlCommand(
                $"insert into {StoreSetup.Schema}.heartbeat values ($1, now()) on conflict (node) do update set at = now()",
                connection
            )
            {
                Parameters = { new() { Value = Environment.MachineName } },
            };
            await write.ExecuteNonQueryAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            return HealthCheckResult.Unhealthy("The database cannot be written.");
        }
    }
}

/// <summary>Compares the last event with the last announced one; falling behind is well, standing still is not.</summary>
internal sealed class DaemonProgress(IConfiguration configuration, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private long _lastSeen = -1;
    private DateTimeOffset _movedAt = clock.GetUtcNow();

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            await using var connection = new NpgsqlConnection(Migration.Required(configuration, "Daemon"));
            await connection.OpenAsync(cancellationToken);
            await using var read = new NpgsqlCommand(
                $"""
                select coalesce((select max(seq_id) from {StoreSetup.Schema}.mt_events), 0),
                       (select last_seq_id from {StoreSetup.Schema}.mt_event_progression where name like '{StoreModule.AnnouncerName}:%' limit 1)
                """,
                connection
            );
            await using var row = await read.ExecuteReaderAsync(cancellationToken);
            await row.ReadAsync(cancellationToken);
            var last = row.GetInt64(0);
            var announced = await row.IsDBNullAsync(1, cancellationToken) ? 0 : row.GetInt64(1);
            return Judge(last, announced);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            return HealthCheckResult.Unhealthy("The database cannot be read.");
        }
    }

    private HealthCheckResult Judge(long last, long announced)
    {
        var now = clock.GetUtcNow();
        if (announced >= last || announced != _lastSeen)
        {
            (_lastSeen, _movedAt) = (announced, now);
        }

        return now - _movedAt > Patience
            ? HealthCheckResult.Unhealthy($"Announcements stand still at {announced} of {last}.")
            : HealthCheckResult.Healthy($"Announced {announced} of {last}.");
    }
}
