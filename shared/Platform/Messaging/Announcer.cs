using System.Collections.Concurrent;
using CaseCoordination.Platform.Store;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Subscriptions;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace CaseCoordination.Platform.Messaging;

/// <summary>
/// The event store as outbox: publishes what events announce after their commit, in order per stream and lane, at least once.
/// Progress is stored only when every announcement of the page is confirmed or its lane is parked.
/// </summary>
internal sealed class Announcer(
    Aggregates aggregates,
    IBusControl bus,
    Publisher publisher,
    ParkingLot parking,
    TimeProvider clock,
    ILogger<Announcer> logger
) : SubscriptionBase
{
    // Lanes are independent; more than this many in flight only fills the broker's confirm window.
    private const int LanesAtOnce = 16;

    // A page that waits longer is rolled back and comes again; progress must not hang on a broker that is away.
    private static readonly TimeSpan BusPatience = TimeSpan.FromSeconds(20);

    public override async Task<IChangeListener> ProcessEventsAsync(
        EventRange page,
        ISubscriptionController controller,
        IDocumentOperations operations,
        CancellationToken cancellationToken
    )
    {
        await bus.WaitForHealthStatus(BusHealthStatus.Healthy, cancellationToken)
            .WaitAsync(BusPatience, cancellationToken);
        var parked = await parking.LoadStreamsAsync(cancellationToken);
        var stuck = new ConcurrentBag<ParkedStream>();
        var lanes = page
            .Events.Where(e => e.Data is not Tombstone)
            .SelectMany(e =>
                aggregates
                    .OfEvent(e.Data.GetType())
                    .Announce(new AnnouncedEvent(e.Data, e.TenantId, e.StreamId, e.Version))
                    .Select(announcement => (Event: e, Announcement: announcement))
            )
            .GroupBy(x => (x.Event.TenantId, x.Event.StreamId, x.Announcement.Lane));
        await Parallel.ForEachAsync(
            lanes,
            new ParallelOptions { MaxDegreeOfParallelism = LanesAtOnce, CancellationToken = cancellationToken },
            async (lane, token) =>
            {
                var known = parked.GetValueOrDefault(
                    (lane.Key.TenantId, ParkingLot.Key(lane.Key.StreamId, lane.Key.Lane))
                );
                var row = await PublishAsync(lane.ToList(), known, token);
                if (row is not null)
                {
                    stuck.Add(row);
                }
            }
        );
        foreach (var row in stuck)
        {
            ParkingLot.Park(operations, row);
        }

        return NullChangeListener.Instance;
    }

    private async Task<ParkedStream?> PublishAsync(
        List<(IEvent Event, Announcement Announcement)> lane,
        ParkedStream? known,
        CancellationToken cancellation
    )
    {
        if (known is not null)
        {
            return known with { ToVersion = Math.Max(known.ToVersion, lane[^1].Event.Version) };
        }

        foreach (var (@event, announcement) in lane)
        {
            try
            {
                await publisher.PublishAsync(
                    announcement,
                    @event.Id,
                    TraceOf(@event),
                    @event.CorrelationId,
                    cancellation
                );
            }
            catch (Exception e) when (!Resilience.Pipelines.IsTransport(e) && e is not OperationCanceledException)
            {
                var now = clock.GetUtcNow();
                var reason = e is MessageReturnedException ? "unroutable" : e.GetType().Name;
                logger.LogWarning(
                    "Announcements of stream {Stream} are parked from version {Version}: {Reason}.",
                    @event.StreamId,
                    @event.Version,
                    reason
                );
                return new ParkedStream
                {
                    Id = ParkingLot.Key(@event.StreamId, announcement.Lane),
                    Authority = @event.TenantId,
                    Aggregate = aggregates.OfEvent(@event.Data.GetType()).Name,
                    StreamId = @event.StreamId,
                    Lane = announcement.Lane,
                    FromVersion = @event.Version,
                    ToVersion = lane[^1].Event.Version,
                    Reason = reason,
                    Since = now,
                    Attempts = 1,
                    NextRetryAt = ParkingLot.NextRetry(now, 1),
                };
            }
        }

        return null;
    }

    internal static string? TraceOf(IEvent @event) =>
        @event.Headers?.TryGetValue("traceparent", out var trace) == true ? trace?.ToString() : null;
}
