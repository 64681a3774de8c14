using CaseCoordination.Testing;

namespace CaseCoordination.SystemTests.Harness;

/// <summary>A PostgreSQL and a RabbitMQ that nobody else uses, so that they may be stopped and killed.</summary>
internal sealed class OwnServers : IAsyncDisposable
{
    public const string Database = "postgres";
    public const string Broker = "rabbitmq";

    private readonly string _state = Path.Combine(Repository.State, "servers");

    private OwnServers() { }

    public Infrastructure.Endpoints Endpoints { get; private set; } = null!;

    public static async Task<OwnServers> StartAsync()
    {
        var servers = new OwnServers();
        await servers.RunAsync("reset");
        await servers.RunAsync("start");
        var told = (await File.ReadAllLinesAsync(Path.Combine(servers._state, "infra.env")))
            .Select(line => line.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1].Trim('\''), StringComparer.Ordinal);
        servers.Endpoints = new(
            told["POSTGRES_SUPERUSER"],
            new Uri(told["RABBITMQ_ADMIN_URL"]),
            new Uri(told["RABBITMQ_MANAGEMENT_URL"])
        );
        return servers;
    }

    public Task StartAsync(string server) => RunAsync("start", server);

    /// <summary>Ends a server in an orderly way.</summary>
    public Task StopAsync(string server) => RunAsync("stop", server);

    /// <summary>Ends a server as a power cut would.</summary>
    public Task KillAsync(string server) => RunAsync("kill", server);

    public async ValueTask DisposeAsync() => await RunAsync("reset");

    private Task RunAsync(params string[] command) =>
        Shell.RunAsync(
            Path.Combine(Repository.Root, "deploy", "infra"),
            command,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["CASECOORDINATION_STATE"] = _state,
                ["CC_PORT_BASE"] = "25710",
            }
        );
}
