using Marten;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace CaseCoordination.Platform.Store;

/// <summary>
/// Brings the database to the configuration and draws the lines between the roles: the migrator owns, the runtime role only
/// adds events and sees one authority at a time, the daemon role sees all of them to publish and to keep clocks.
/// </summary>
internal static class Migration
{
    public static async Task RunAsync(IConfiguration configuration, Aggregates aggregates)
    {
        var migrator = Required(configuration, "Migrator");
        using var store = DocumentStore.For(options =>
        {
            StoreSetup.Configure(options, aggregates, migrator);
            options.AutoCreateSchemaObjects = JasperFx.AutoCreate.CreateOrUpdate;
        });
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        var runtime = UserOf(Required(configuration, "Runtime"));
        var daemon = UserOf(Required(configuration, "Daemon"));
        await using var connection = new NpgsqlConnection(migrator);
        await connection.OpenAsync();
        var tables = string.Join('\n', aggregates.Tables.Select(t => t.Sql));
        var policies = string.Join('\n', aggregates.Tables.SelectMany(t => t.Names).Select(Policy));
        await using var grants = new NpgsqlCommand(
            $"{tables}\n{Grants(Quote(runtime), Quote(daemon))}\n{policies}",
            connection
        );
        await grants.ExecuteNonQueryAsync();
    }

    public static string Required(IConfiguration configuration, string role) =>
        configuration.GetConnectionString(role)
        ?? throw new InvalidOperationException($"ConnectionStrings:{role} is not set.");

    private static string Grants(string runtime, string daemon) =>
        $"""
            grant usage on schema {StoreSetup.Schema} to {runtime}, {daemon};
            create table if not exists {StoreSetup.Schema}.heartbeat (node text primary key, at timestamptz not null);
            grant select, insert, update, delete on all tables in schema {StoreSetup.Schema} to {runtime}, {daemon};
            grant usage, select on all sequences in schema {StoreSetup.Schema} to {runtime}, {daemon};
            grant execute on all functions in schema {StoreSetup.Schema} to {runtime}, {daemon};
            revoke update, delete, truncate on {StoreSetup.Schema}.mt_events from {runtime}, {daemon};
            revoke delete, truncate on {StoreSetup.Schema}.mt_streams from {runtime}, {daemon};
            {Policy("mt_events")}
            {Policy("mt_streams")}
            """;

    private static string Policy(string table) =>
        $"""
            alter table {StoreSetup.Schema}.{table} enable row level security;
            alter table {StoreSetup.Schema}.{table} force row level security;
            drop policy if exists one_authority on {StoreSetup.Schema}.{table};
            create policy one_authority on {StoreSetup.Schema}.{table}
                using (tenant_id = current_setting('{StoreSetup.AuthoritySetting}'))
                with check (tenant_id = current_setting('{StoreSetup.AuthoritySetting}'));
            """;

    private static string UserOf(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString).Username
        ?? throw new InvalidOperationException("A connection string names no user.");

    private static string Quote(string role) => '"' + role.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
