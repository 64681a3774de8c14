using System.Diagnostics;
using CaseCoordination.Platform.Resilience;
using CaseCoordination.Platform.Telemetry;
using MassTransit;

namespace CaseCoordination.Platform.Messaging;

/// <summary>Publishes one announcement and returns when the broker has confirmed that a queue holds it.</summary>
internal sealed class Publisher(IBus bus, Pipelines pipelines)
{
    public async Task PublishAsync(
        Announcement announcement,
        Guid eventId,
        string? traceParent,
        string? correlationId,
        CancellationToken cancellation
    )
    {
        var contract = announcement.Contract.GetType();
        var messageId = DeterministicId.Of(eventId.ToString("N"), contract.FullName!, announcement.RoutingKey);
        using var activity = Sources.Own.StartActivity(
            $"announce {contract.Name}",
            ActivityKind.Internal,
            ActivityContext.TryParse(traceParent, null, out var parent) ? parent : default
        );
        await pipelines.Publish.ExecuteAsync(
            async token =>
                await bus.Publish(
                    announcement.Contract,
                    contract,
                    Pipe.Execute<PublishContext>(context =>
                    {
                        context.MessageId = messageId;
                        context.Headers.Set(Headers.Correlation, correlationId);
                        if (context.TryGetPayload<RabbitMqSendContext>(out var rabbit))
                        {
                            rabbit.RoutingKey = announcement.RoutingKey;
                            rabbit.Mandatory = true;
                        }
                    }),
                    token
                ),
            cancellation
        );
    }
}

/// <summary>Transport headers of our own.</summary>
internal static class Headers
{
    public const string Correlation = "cc-correlation";
    public const string Attempts = "cc-attempts";
}
