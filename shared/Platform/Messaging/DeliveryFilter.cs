using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CaseCoordination.Platform.Resilience;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace CaseCoordination.Platform.Messaging;

/// <summary>A message that cannot have its effect yet, because what it refers to has not arrived.</summary>
public sealed class NotYetException(string code) : Exception(code);

/// <summary>
/// Around every consumer: waits while the database is away, repeats briefly, and parks what still fails, so that no message
/// blocks a queue, goes to an error queue with its text, or is lost.
/// </summary>
internal sealed class DeliveryFilter<T>(
    Pipelines pipelines,
    AuthoritySessions sessions,
    HostedAuthorities hosted,
    TimeProvider clock,
    ILogger<DeliveryFilter<T>> logger
) : IFilter<ConsumeContext<T>>
    where T : class
{
    public void Probe(ProbeContext context) => context.CreateFilterScope("delivery");

    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next) =>
        await pipelines.WhileDatabaseIsAway.ExecuteAsync(
            async _ =>
            {
                try
                {
                    await pipelines.Consume.ExecuteAsync(
                        async _ => await next.Send(context),
                        context.CancellationToken
                    );
                }
                catch (Exception e) when (e is not OperationCanceledException && !Pipelines.IsDatabase(e))
                {
                    await ParkAsync(context, e);
                }
            },
            context.CancellationToken
        );

    private async Task ParkAsync(ConsumeContext<T> context, Exception failure)
    {
        var now = clock.GetUtcNow();
        var queue = context.ReceiveContext.InputAddress.AbsolutePath.Split('/')[^1];
        var messageId = context.MessageId ?? throw new InvalidOperationException("A message without an id.", failure);
        var attempts =
            1
            + int.Parse(
                context.Headers.Get<string>(Headers.Attempts) ?? "0",
                NumberStyles.None,
                CultureInfo.InvariantCulture
            );
        var reason = failure is NotYetException ? failure.Message : failure.GetType().Name;
        logger.LogWarning(
            "Message {MessageId} of {Queue} is parked after {Attempts} attempts: {Reason}.",
            messageId,
            queue,
            attempts,
            reason
        );
        await using var session = sessions.Open(AuthorityOf(context), "platform");
        session.Documents.Store(
            new ParkedMessage
            {
                Id = $"{queue}/{messageId:N}",
                Authority = session.Authority,
                Queue = queue,
                MessageId = messageId,
                Contract = typeof(T).FullName!,
                Body = JsonSerializer.Serialize(context.Message, Wire.Json),
                Reason = reason,
                TraceParent = Activity.Current?.Id,
                Since = now,
                Attempts = attempts,
                NextRetryAt = ParkingLot.NextRetry(now, attempts),
            }
        );
        await session.SaveAsync(context.CancellationToken);
    }

    // The routing key starts with the code of the authority that the message is for; what everyone hears is the node's.
    private string AuthorityOf(ConsumeContext context)
    {
        var key = context.RoutingKey() ?? "";
        var code = key.Split('.')[0];
        return hosted.Contains(code) ? code : ParkingLot.Node;
    }
}

/// <summary>JSON as it goes over the wire.</summary>
internal static class Wire
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
}
