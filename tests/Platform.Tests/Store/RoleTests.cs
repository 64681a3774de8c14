using CaseCoordination.Platform.Store;
using CaseCoordination.ToyService.Counters;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CaseCoordination.Platform.Tests.Store;

/// <summary>What the database itself forbids, whatever the program does.</summary>
public sealed class RoleTests(ToyFixture toy)
{
    private const string Denied = "42501";

    [Theory]
    [InlineData("update store.mt_events set type = 'forged'")]
    [InlineData("delete from store.mt_events")]
    [InlineData("truncate store.mt_events")]
    [InlineData("delete from store.mt_streams")]
    [InlineData("drop table store.mt_events")]
    [InlineData("alter table store.mt_events disable row level security")]
    [InlineData("alter table store.mt_events disable trigger all")]
    public async Task What_happened_cannot_be_changed_or_removed(string sql)
    {
        await toy.StartAsync(new NewCounter { Note = "history" });
        foreach (var role in (string[])["Runtime", "Daemon"])
        {
            Assert.Equal(Denied, (await RefusedAsync(role, $"set app.authority = 'XA-SMA'; {sql}")).SqlState);
        }
    }

    [Theory]
    [InlineData("store.mt_events")]
    [InlineData("store.mt_streams")]
    [InlineData("store.mt_doc_counterview")]
    [InlineData("store.mt_doc_idempotencyrecord")]
    public async Task Sql_of_a_session_sees_its_own_authority_alone(string table)
    {
        await toy.StartAsync(new NewCounter { Note = "mine" });
        await toy.StartAsync(new NewCounter { Note = "theirs" }, "XB-DAC");
        var count = $"select count(*) from {table} where tenant_id";
        Assert.NotEqual(0L, await toy.SqlAsync<long>($"{count} = 'XB-DAC'"));
        await using var session = Open("XA-SMA");
        Assert.NotEqual(0, await OneAsync(session, $"{count} = 'XA-SMA'"));
        Assert.Equal(0, await OneAsync(session, $"{count} <> 'XA-SMA'"));
    }

    [Fact]
    public async Task A_session_cannot_write_under_another_authoritys_name()
    {
        await toy.StartAsync(new NewCounter { Note = "mine" });
        var counter = await toy.StartAsync(new NewCounter { Note = "theirs" }, "XB-DAC");
        await using var session = Open("XA-SMA");
        session.Documents.QueueSqlCommand($"update store.mt_doc_counterview set data = '{{}}' where id = '{counter}'");
        session.Documents.QueueSqlCommand("update store.mt_doc_counterview set tenant_id = 'XB-DAC'");
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => session.SaveAsync(CancellationToken.None));
        Assert.Equal(Denied, Assert.IsType<PostgresException>(failure.InnerException ?? failure).SqlState);
        Assert.Equal("theirs", (await toy.ShowAsync(counter, "XB-DAC")).Note);
    }

    [Fact]
    public async Task A_connection_that_names_no_authority_reads_nothing()
    {
        await toy.StartAsync(new NewCounter { Note = "mine" });
        var failure = await RefusedAsync("Runtime", "select count(*) from store.mt_events");
        Assert.Contains("app.authority", failure.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_whose_authority_was_for_one_transaction_reads_nothing_after_it()
    {
        await toy.StartAsync(new NewCounter { Note = "mine" });
        await using var connection = await ConnectAsync("Runtime");
        Assert.NotEqual(0L, await CountAsync("begin; set local app.authority = 'XA-SMA'"));
        Assert.Equal(0L, await CountAsync("commit"));

        async Task<object?> CountAsync(string first)
        {
            await using var command = new NpgsqlCommand($"{first}; select count(*) from store.mt_events", connection);
            return await command.ExecuteScalarAsync();
        }
    }

    [Fact]
    public void A_session_is_never_opened_without_an_authority() =>
        Assert.ThrowsAny<ArgumentException>(() => Open(" "));

    // Otherwise the lock of a killed leader stays for as long as its server process sleeps.
    [Fact]
    public async Task The_server_looks_whether_the_leader_is_still_there()
    {
        var database = toy.Services.GetRequiredService<IDaemonStore>().Storage.Database;
        await using var connection = database.CreateConnection();
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("show client_connection_check_interval", connection);

        Assert.Equal("2s", await command.ExecuteScalarAsync());
    }

    private AuthoritySession Open(string authority) =>
        toy.Services.GetRequiredService<AuthoritySessions>().Open(authority, "test");

    private static async Task<int> OneAsync(AuthoritySession session, string sql) =>
        (await session.Documents.AdvancedSql.QueryAsync<int>(sql, CancellationToken.None))[0];

    private async Task<PostgresException> RefusedAsync(string role, string sql)
    {
        await using var connection = await ConnectAsync(role);
        await using var command = new NpgsqlCommand(sql, connection);
        return await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
    }

    /// <summary>A new connection: one from the pool may have held an authority before.</summary>
    private async Task<NpgsqlConnection> ConnectAsync(string role)
    {
        var connection = new NpgsqlConnection($"{toy.Settings[$"ConnectionStrings:{role}"]};Pooling=false");
        await connection.OpenAsync();
        return connection;
    }
}
