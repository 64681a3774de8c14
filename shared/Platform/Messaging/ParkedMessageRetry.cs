using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CaseCoordination.Platform.Resilience;
using CaseCoordination.Platform.Store;
using CaseCoordination.Platform.Telemetry;
using Marten;
using MassTransit;

namespace CaseCoordination.Platform.Messaging;

/// <summary>Gives parked messages back to their queue once their time has come.</summary>
internal sealed class ParkedMessageRetry(IBus bus, Pipelines pipelines, Lazy<IDaemonStore> store, TimeProvider clock)
{
    private const int Batch = 200;

    public async Task RunAsync(CancellationToken cancellation)
    {
        await using var all = store.Value.QuerySession();
        var now = clock.GetUtcNow();
        var due = await all.Query<ParkedMessage>()
            .Where(m => m.AnyTenant() && m.NextRetryAt <= now)
            .OrderBy(m => m.NextRetryAt)
            .Take(Batch)
            .ToListAsync(cancellation);
        foreach (var parked in due)
        {
            await ReturnAsync(parked, cancellation);
        }
    }

    // First back to the queue, then out of the table: a crash between the two repeats the message, which has one effect.
    private async Task ReturnAsync(ParkedMessage parked, CancellationToken cancellation)
    {
        var contract =
            typeof(Contracts.AccessPoint.V1.Letter).Assembly.GetType(parked.Contract)
            ?? throw new InvalidOperationException($"Contract {parked.Contract} is not known.");
        var message = JsonSerializer.Deserialize(parked.Body, contract, Wire.Json)!;
        // To the queue's own exchange: an address of the queue itself would declare it anew, as another type of queue.
        var queue = await bus.GetSendEndpoint(new Uri($"exchange:{parked.Queue}"));
        using var activity = Sources.Own.StartActivity(
            $"return {contract.Name}",
            ActivityKind.Internal,
            ActivityContext.TryParse(parked.TraceParent, null, out var parent) ? parent : default
        );
        await pipelines.Publish.ExecuteAsync(
            async token =>
                await queue.Send(
                    message,
                    contract,
                    Pipe.Execute<SendContext>(context =>
                    {
                        context.MessageId = parked.MessageId;
                        context.Headers.Set(Headers.Attempts, parked.Attempts.ToString(CultureInfo.InvariantCulture));
                        if (context.TryGetPayload<RabbitMqSendContext>(out var rabbit))
                        {
                            rabbit.RoutingKey = parked.Authority;
                            rabbit.Mandatory = true;
                        }
                    }),
                    token
                ),
            cancellation
        );
        await using var session = store.Value.LightweightSession(parked.Authority);
        session.DeleteWhere<ParkedMessage>(m => m.Id == parked.Id && m.Attempts == parked.Attempts);
        await session.SaveChangesAsync(cancellation);
    }
}
