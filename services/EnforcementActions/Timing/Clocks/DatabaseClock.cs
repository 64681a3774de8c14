using System.Net;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.EnforcementActions.Timing.Clocks;

/// <summary>
/// The database server's clock, for want of anything better: it tells something only where that server is another machine, and
/// only how far the two are apart.
/// </summary>
internal sealed class DatabaseClock(DatabaseTime database) : IClockSource
{
    private const int Rounds = 4;

    public async Task<ClockOffset?> ReadAsync(CancellationToken cancellation)
    {
        if (IsThisMachine(database.Host))
        {
            return null;
        }

        ClockOffset? best = null;
        for (var i = 0; i < Rounds; i++)
        {
            var (sent, took, theirs) = await database.ReadAsync(cancellation);
            var told = Between(sent, took, theirs);
            best = best is null || told.UncertaintyMs < best.UncertaintyMs ? told : best;
        }

        return best;
    }

    /// <summary>The server looked at its clock at some moment of the round trip.</summary>
    internal static ClockOffset Between(DateTimeOffset sent, TimeSpan took, DateTimeOffset theirs) =>
        new(ClockQualities.ByDatabase, (sent + (took / 2) - theirs).TotalMilliseconds, took.TotalMilliseconds / 2);

    /// <summary>True where the host is certainly this machine, whose clock says nothing about itself.</summary>
    internal static bool IsThisMachine(string? host) =>
        string.IsNullOrEmpty(host)
        || host.StartsWith('/')
        || string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || string.Equals(host, Environment.MachineName, StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
