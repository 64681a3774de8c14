using System.Net.Http.Headers;
using System.Text;
using Npgsql;

namespace CaseCoordination.Testing;

/// <summary>A node for one test class: a virtual host, and a database for each service it starts.</summary>
public sealed class TestNode : IAsyncDisposable
{
    private const string Password = "test-only";
    private readonly List<string> _databases = [];
    private Infrastructure.Endpoints _endpoints = null!;

    public static IReadOnlyList<string> Authorities { get; } = ["XA-SMA", "MSA-FMA", "XB-DAC", "MSB-KNA"];

    public string Name { get; } = $"t{Guid.CreateVersion7():N}";

    /// <summary>AMQP address of the node's own virtual host.</summary>
    public string Broker => new UriBuilder(_endpoints.Broker) { Path = Name }.Uri.ToString();

    /// <summary>Starts a node on the shared servers, or on servers of the test's own.</summary>
    public static async Task<TestNode> StartAsync(Infrastructure.Endpoints? servers = null)
    {
        var node = new TestNode { _endpoints = servers ?? await Infrastructure.GetAsync() };
        await node.ManageAsync(HttpMethod.Put, $"api/vhosts/{node.Name}");
        await node.AdmitAsync();
        return node;
    }

    /// <summary>Lets the services use the node's virtual host.</summary>
    public Task AdmitAsync() =>
        ManageAsync(HttpMethod.Put, PermissionPath, """{"configure":".*","write":".*","read":".*"}""");

    /// <summary>Shuts the services out of the node's virtual host; connections that are open stay open.</summary>
    public Task BanAsync() => ManageAsync(HttpMethod.Delete, PermissionPath);

    /// <summary>Settings of a service on this node, with a fresh database.</summary>
    public async Task<IDictionary<string, string?>> SettingsAsync(string service)
    {
        var database = DatabaseOf(service);

        // All of it is one transaction: the lock ends with it, when the others can see the roles.
        await RunAsync(
            "postgres",
            $"""
            select pg_advisory_xact_lock(7261);
            do $$ begin
                if not exists (select 1 from pg_roles where rolname = 'cc_test_daemon') then
                    create role cc_test_migrator login password '{Password}';
                    create role cc_test_runtime login password '{Password}';
                    create role cc_test_daemon login bypassrls password '{Password}';
                    grant pg_read_all_stats to cc_test_daemon;
                end if;
            end $$;
            """
        );
        await RunAsync("postgres", $"create database {database} owner cc_test_migrator");
        await RunAsync("postgres", $"alter database {database} set timezone to 'UTC'");
        _databases.Add(database);
        return new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:Migrator"] = ConnectionString(database, "cc_test_migrator"),
            ["ConnectionStrings:Runtime"] = ConnectionString(database, "cc_test_runtime"),
            ["ConnectionStrings:Daemon"] = ConnectionString(database, "cc_test_daemon"),
            ["ConnectionStrings:Broker"] = Broker,
            ["Node:Authorities"] = string.Join(',', Authorities),
        };
    }

    /// <summary>Runs SQL as superuser, for looking behind the services.</summary>
    public async Task<object?> SqlAsync(string service, string sql) => await RunAsync(DatabaseOf(service), sql);

    /// <summary>A superuser's connection to a service's database, for holding what the services need.</summary>
    public Task<NpgsqlConnection> ConnectAsync(string service) => OpenAsync(DatabaseOf(service));

    public async ValueTask DisposeAsync()
    {
        await ManageAsync(HttpMethod.Delete, $"api/vhosts/{Name}");
        foreach (var database in _databases)
        {
            await RunAsync("postgres", $"drop database if exists {database} with (force)");
        }
    }

    private string PermissionPath => $"api/permissions/{Name}/{_endpoints.Broker.UserInfo.Split(':')[0]}";

    private string DatabaseOf(string service) => $"{Name}_{service.Replace('-', '_')}";

    private string ConnectionString(string database, string role) =>
        new NpgsqlConnectionStringBuilder(_endpoints.Postgres)
        {
            Database = database,
            Username = role,
            Password = Password,
            MaxPoolSize = 30,
        }.ConnectionString;

    private async Task<NpgsqlConnection> OpenAsync(string database)
    {
        var settings = new NpgsqlConnectionStringBuilder(_endpoints.Postgres) { Database = database, Pooling = false };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private async Task<object?> RunAsync(string database, string sql)
    {
        await using var connection = await OpenAsync(database);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Calls the broker's management as administrator and gives back what it answers.</summary>
    public async Task<string> ManageAsync(HttpMethod method, string path, string? body = null)
    {
        using var http = new HttpClient { BaseAddress = _endpoints.Management };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(_endpoints.Broker.UserInfo)))
        );
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }
}
