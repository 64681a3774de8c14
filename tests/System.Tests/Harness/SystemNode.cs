using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CaseCoordination.Testing;
using Npgsql;

namespace CaseCoordination.SystemTests.Harness;

/// <summary>A whole node as processes: the issuer and every service in some replicas, on databases and a virtual host of its own.</summary>
internal sealed class SystemNode : IAsyncDisposable
{
    private readonly List<Replica> _replicas = [];
    private FrozenDictionary<string, Replica[]> _byService = FrozenDictionary<string, Replica[]>.Empty;
    private int _turn;

    private SystemNode(TestNode place)
    {
        Place = place;
        Logs = Directory.CreateDirectory(Path.Combine(Repository.State, "logs", place.Name)).FullName;
    }

    /// <summary>Databases and virtual host.</summary>
    public TestNode Place { get; }

    public string Logs { get; }

    public Replica Issuer { get; private set; } = null!;

    public IReadOnlyList<Replica> All => _replicas;

    public Broker Broker => new(Place);

    public static async Task<SystemNode> StartAsync(int replicas, Infrastructure.Endpoints? servers = null)
    {
        var node = new SystemNode(await TestNode.StartAsync(servers));
        try
        {
            await node.StartAsync(replicas);
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    public IReadOnlyList<Replica> Of(string service) => _byService[service];

    /// <summary>The next replica's address, whether it lives or not: a client does not know.</summary>
    public Uri AddressOf(string service)
    {
        var replicas = _byService[service];
        return replicas[(uint)Interlocked.Increment(ref _turn) % replicas.Length].Address;
    }

    public async Task KillAsync(string service) => await Task.WhenAll(Of(service).Select(r => r.KillAsync()));

    /// <summary>Starts what does not run and waits until all of it is ready.</summary>
    public async Task StartAsync(string service)
    {
        foreach (var replica in Of(service).Where(r => !r.IsRunning))
        {
            replica.Start();
        }

        await Task.WhenAll(Of(service).Select(r => r.ReadyAsync()));
        Journal.Tell($"{service} ready");
    }

    /// <summary>A text that superuser's SQL gives; null when it gives none.</summary>
    public async Task<string?> SqlAsync(string service, string sql) =>
        Convert.ToString(await Place.SqlAsync(service, sql), CultureInfo.InvariantCulture) is { Length: > 0 } text
            ? text
            : null;

    /// <summary>Rows of superuser's SQL, read as JSON.</summary>
    public async Task<IReadOnlyList<T>> RowsAsync<T>(string service, string sql) =>
        await SqlAsync(service, $"select json_agg(row_to_json(x))::text from ({sql}) x") is { } json
            ? JsonSerializer.Deserialize<List<T>>(json, JsonSerializerOptions.Web)!
            : [];

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
        {
            await replica.DisposeAsync();
        }

        await Place.DisposeAsync();
    }

    private async Task StartAsync(int replicas)
    {
        Issuer = new Replica(
            "issuer",
            Repository.Assembly("deploy", "DevelopmentIssuer"),
            Logs,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Issuer:KeyFile"] = Path.Combine(Logs, "issuer-key.pem"),
            }
        );
        _replicas.Add(Issuer);
        Issuer.Start();
        var settings = new Dictionary<string, IDictionary<string, string?>>(StringComparer.Ordinal);
        foreach (var service in Services.All)
        {
            settings[service] = await Place.SettingsAsync(service);
            settings[service]["Security:Issuer"] = Issuer.Address.ToString().TrimEnd('/');
            settings[service]["Registry:Instruments"] = Path.Combine(Repository.Root, "deploy", "instruments");
            settings[service]["Requests:Forms"] = Path.Combine(Repository.Root, "deploy", "instruments", "forms");
            settings[service]["Exhibits:Directory"] = Path.Combine(Logs, "exhibits");
            settings[service]["Records:Schemas"] = Path.Combine(Repository.Root, "deploy", "records");
            settings[service]["Webhooks:Key"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
            settings[service]["Packages:Vault"] = Path.Combine(Logs, "packages");
            settings[service]["Actions:ShortestHold"] = "00:00:01";
            settings[service]["Logging:LogLevel:Marten"] = "Warning";
            settings[service]["Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks"] = "None";
        }

        foreach (var (service, own) in settings)
        {
            await Shell.RunAsync("dotnet", [Services.Assembly(service), "migrate"], own);
        }

        _byService = settings.ToFrozenDictionary(
            s => s.Key,
            s => Enumerable.Range(1, replicas).Select(number => Add(s.Key, number, s.Value)).ToArray(),
            StringComparer.Ordinal
        );
        foreach (var replica in Of(Services.Sharing))
        {
            replica.Settings["Packages:Nodes:Default"] = Of(Services.Sharing)[0].Address.ToString().TrimEnd('/');
        }

        await Issuer.ReadyAsync();

        // One service after the other: all at once, a small machine is slower, and the first handshakes time out.
        foreach (var service in Services.All)
        {
            await StartAsync(service);
        }

        await LawArrivesAsync();
        Journal.Tell("the law has arrived");
    }

    private Replica Add(string service, int number, IDictionary<string, string?> settings)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{service}-{number}");
        var own = new Dictionary<string, string?>(settings, StringComparer.Ordinal)
        {
            ["ConnectionStrings:Runtime"] = Named(settings["ConnectionStrings:Runtime"]!, name, 16),
            ["ConnectionStrings:Daemon"] = Named(settings["ConnectionStrings:Daemon"]!, name, 8),
        };
        var replica = new Replica(name, Services.Assembly(service), Logs, own);
        _replicas.Add(replica);
        return replica;
    }

    // The name shows in the database who holds what; the pools of all processes stay below the server's connections.
    private static string Named(string connection, string name, int pool) =>
        new NpgsqlConnectionStringBuilder(connection) { ApplicationName = name, MaxPoolSize = pool }.ConnectionString;

    private Task LawArrivesAsync() =>
        Eventually.HoldsAsync(
            async () =>
            {
                var digests = await Task.WhenAll(Services.All.Select(LawOfAsync));
                return digests.Distinct(StringComparer.Ordinal).Count() == 1 && digests[0] is not null;
            },
            "every service to hold what the registry announced"
        );

    private Task<string?> LawOfAsync(string service) =>
        SqlAsync(
            service,
            """
            select (select count(*) from store.mt_doc_authorityreplica) || '/' ||
                   (select count(*) from store.mt_doc_instrumentreplica) || '/' ||
                   (select nullif(count(*), 0) from store.mt_doc_participationreplica)
            """
        );
}
