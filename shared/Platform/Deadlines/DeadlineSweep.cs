using CaseCoordination.Platform.Store;
using Marten;
using Microsoft.Extensions.Logging;

namespace CaseCoordination.Platform.Deadlines;

/// <summary>Turns due deadlines into the events that their aggregates decide.</summary>
internal sealed class DeadlineSweep(
    Aggregates aggregates,
    AuthoritySessions sessions,
    Lazy<IDaemonStore> store,
    TimeProvider clock,
    ILogger<DeadlineSweep> logger
)
{
    private const int Batch = 200;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (var due in await DueAsync(now, cancellation))
        {
            try
            {
                // Each by the time at which it is its turn: a long queue must not date anything back.
                await PassAsync(due, clock.GetUtcNow(), cancellation);
            }
            catch (Exception e) when (e is not OperationCanceledException && !Resilience.Pipelines.IsDatabase(e))
            {
                // One stream's fault must not stop the others' clocks; it is tried again at the next round.
                logger.LogError(e, "Deadline {Key} of stream {Stream} could not pass.", due.Key, due.StreamId);
            }
        }
    }

    private async Task<IReadOnlyList<Deadline>> DueAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var session = store.Value.QuerySession();
        return await session
            .Query<Deadline>()
            .Where(d => d.AnyTenant() && d.DueAt <= now)
            .OrderBy(d => d.DueAt)
            .Take(Batch)
            .ToListAsync(cancellation);
    }

    private async Task PassAsync(Deadline due, DateTimeOffset now, CancellationToken cancellation)
    {
        var passed = new PassedDeadline(due.StreamId, due.Key, due.Stage, due.DueAt);
        await using (var session = sessions.Open(due.Authority, "clock", causationId: due.Id))
        {
            await aggregates.Named(due.Aggregate).Pass(session, passed, now, cancellation);
        }

        // The decision's commit removes the row when it changed the state; a clock that no longer matters is removed here.
        await using var clean = sessions.Open(due.Authority, "clock");
        clean.Documents.DeleteWhere<Deadline>(d => d.Id == due.Id && d.DueAt == due.DueAt);
        await clean.SaveAsync(cancellation);
    }
}
