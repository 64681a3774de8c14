using CaseCoordination.Platform.Store;
using Marten;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CaseCoordination.Platform.Messaging;

/// <summary>Publishes what waits in parked lanes once its time has come, in order, and frees the lane.</summary>
internal sealed class ParkedStreamRetry(
    Aggregates aggregates,
    Publisher publisher,
    ParkingLot parking,
    Lazy<IDaemonStore> store,
    TimeProvider clock,
    ILogger<ParkedStreamRetry> logger
)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (var row in (await parking.LoadStreamsAsync(cancellation)).Values.Where(r => r.NextRetryAt <= now))
        {
            await RetryAsync(row, cancellation);
        }
    }

    private async Task RetryAsync(ParkedStream row, CancellationToken cancellation)
    {
        await using var session = store.Value.LightweightSession(row.Authority);
        var events = await session.Events.FetchStreamAsync(
            row.StreamId,
            version: row.ToVersion,
            fromVersion: row.FromVersion,
            token: cancellation
        );
        foreach (var @event in events)
        {
            var mine = aggregates
                .OfEvent(@event.Data.GetType())
                .Announce(new AnnouncedEvent(@event.Data, @event.TenantId, @event.StreamId, @event.Version))
                .Where(a => a.Lane == row.Lane && !(a.GiveUpAt <= clock.GetUtcNow()));
            foreach (var announcement in mine)
            {
                try
                {
                    await publisher.PublishAsync(
                        announcement,
                        @event.Id,
                        Announcer.TraceOf(@event),
                        @event.CorrelationId,
                        cancellation
                    );
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    await PostponeAsync(session, row, @event.Version, cancellation);
                    return;
                }
            }
        }

        if (await FreeAsync(row, cancellation))
        {
            logger.LogInformation("Announcements of stream {Stream} are out again.", row.StreamId);
        }
    }

    private async Task PostponeAsync(
        IDocumentSession session,
        ParkedStream row,
        long from,
        CancellationToken cancellation
    )
    {
        var attempts = row.Attempts + 1;
        session.UpdateRevision(
            row with
            {
                FromVersion = from,
                Attempts = attempts,
                NextRetryAt = ParkingLot.NextRetry(clock.GetUtcNow(), attempts),
            },
            row.Version + 1
        );
        try
        {
            await session.SaveChangesAsync(cancellation);
        }
        catch (JasperFx.ConcurrencyException)
        {
            // The announcer noted more events meanwhile; the next round sees them.
        }
    }

    // Deletes only what was read: if the announcer noted further events meanwhile, the row stays and the next round goes on.
    private async Task<bool> FreeAsync(ParkedStream row, CancellationToken cancellation)
    {
        await using var connection = store.Value.Storage.Database.CreateConnection();
        await connection.OpenAsync(cancellation);
        await using var delete = new NpgsqlCommand(
            $"delete from {StoreSetup.Schema}.mt_doc_parkedstream where tenant_id = $1 and id = $2 and mt_version = $3",
            connection
        )
        {
            Parameters =
            {
                new() { Value = row.Authority },
                new() { Value = row.Id },
                new() { Value = row.Version },
            },
        };
        return await delete.ExecuteNonQueryAsync(cancellation) == 1;
    }
}
