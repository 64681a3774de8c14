using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.Platform.Messaging;

/// <summary>Where stuck announcements and messages wait, with the reason and the next retry.</summary>
internal sealed class ParkingLot(Lazy<IDaemonStore> store)
{
    /// <summary>Under this name waits what belongs to no single authority, such as what the registry says to everyone.</summary>
    public const string Node = "NODE";

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static string Key(Guid stream, string lane) => $"{stream:N}/{lane}";

    /// <summary>Doubles from a second to ten minutes.</summary>
    public static DateTimeOffset NextRetry(DateTimeOffset now, int attempts) =>
        now + TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(attempts - 1, 20)));

    /// <summary>Adds a lane, or notes that more waits behind it; a row that changed meanwhile rolls the page back.</summary>
    public static void Park(IDocumentOperations operations, ParkedStream row)
    {
        var tenant = operations.ForTenant(row.Authority);
        if (row.Version == 0)
        {
            tenant.Insert(row);
        }
        else
        {
            tenant.UpdateRevision(row, row.Version + 1);
        }
    }

    public async Task<Dictionary<(string, string), ParkedStream>> LoadStreamsAsync(CancellationToken cancellation)
    {
        await using var session = store.Value.QuerySession();
        var rows = await session.Query<ParkedStream>().Where(x => x.AnyTenant()).ToListAsync(cancellation);
        return rows.ToDictionary(r => (r.Authority, r.Id));
    }
}
