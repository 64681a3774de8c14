using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace CaseCoordination.Platform.Store;

/// <summary>Asks the database server for the time, for comparing clocks.</summary>
public sealed class DatabaseTime(IConfiguration configuration, TimeProvider clock)
{
    /// <summary>Where the server is; an address, a name, or the folder of a socket.</summary>
    public string? Host => Settings.Host;

    private NpgsqlConnectionStringBuilder Settings => new(Migration.Required(configuration, "Runtime"));

    /// <summary>One round trip; the server looked at its clock at some moment of it.</summary>
    public async Task<DatabaseInstant> ReadAsync(CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(Settings.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var ask = new NpgsqlCommand("select clock_timestamp()", connection);
        var sent = clock.GetUtcNow();
        var begun = Stopwatch.GetTimestamp();
        var theirs = (DateTime)(await ask.ExecuteScalarAsync(cancellation))!;
        return new DatabaseInstant(sent, Stopwatch.GetElapsedTime(begun), new DateTimeOffset(theirs, TimeSpan.Zero));
    }
}

/// <summary>What the database server's clock showed.</summary>
/// <param name="Sent">Own clock when it was asked.</param>
/// <param name="Took">How long the answer took.</param>
/// <param name="Theirs">The server's clock.</param>
public sealed record DatabaseInstant(DateTimeOffset Sent, TimeSpan Took, DateTimeOffset Theirs);
