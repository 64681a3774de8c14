using CaseCoordination.Platform.Resilience;
using CaseCoordination.Platform.Security;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CaseCoordination.Platform.Messaging;

/// <summary>The bus: direct exchanges by authority code, quorum queues, no telemetry to anybody.</summary>
public static class MessagingModule
{
    // A redelivered message costs one read; a batch this size keeps two cores busy and no more in flight than a restart repeats.
    private const int Prefetch = 64;
    private const int AtOnce = 16;

    // Every lost connection counts as a delivery of everything prefetched; only a message that kills its consumer gets this far.
    private const int DeliveryLimit = 1000;
    private const string DeadLetters = "casecoordination.dead-letters";

    /// <summary>Starts the bus with the service's consumers; queue names carry the service's name.</summary>
    public static void AddMessaging(
        this IHostApplicationBuilder builder,
        string service,
        Action<MessagingBuilder>? configure = null
    )
    {
        var messaging = new MessagingBuilder();
        configure?.Invoke(messaging);
        builder.Services.Configure<MassTransitHostOptions>(options =>
        {
            options.WaitUntilStarted = false;
            options.StopTimeout = TimeSpan.FromSeconds(20);
        });
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            foreach (var consumer in messaging.Subscriptions.Select(s => s.Consumer).Distinct())
            {
                bus.AddConsumer(consumer);
            }

            bus.UsingRabbitMq((context, rabbit) => Connect(context, rabbit, service, messaging));
        });
    }

    private static void Connect(
        IBusRegistrationContext context,
        IRabbitMqBusFactoryConfigurator rabbit,
        string service,
        MessagingBuilder messaging
    )
    {
        var configuration = context.GetRequiredService<IConfiguration>();
        var hosted = context.GetRequiredService<HostedAuthorities>();
        rabbit.Host(
            new Uri(
                configuration.GetConnectionString("Broker")
                    ?? throw new InvalidOperationException("ConnectionStrings:Broker is not set.")
            )
        );
        rabbit.MessageTopology.SetEntityNameFormatter(new ContractNames());
        foreach (var contract in ContractTypes())
        {
            rabbit.Publish(contract, topology => topology.ExchangeType = "direct");
        }

        foreach (var queue in messaging.Subscriptions.GroupBy(s => s.Queue, StringComparer.Ordinal))
        {
            rabbit.ReceiveEndpoint(
                $"{service}-{queue.Key}",
                endpoint =>
                {
                    endpoint.SetQuorumQueue();
                    endpoint.SetQueueArgument("x-delivery-limit", DeliveryLimit);
                    endpoint.SetQueueArgument("x-dead-letter-strategy", "at-least-once");
                    endpoint.SetQueueArgument("x-overflow", "reject-publish");
                    endpoint.BindDeadLetterQueue(
                        DeadLetters,
                        DeadLetters,
                        dead => dead.SetQueueArgument("x-queue-type", "quorum")
                    );
                    endpoint.ConfigureConsumeTopology = false;
                    endpoint.PrefetchCount = Prefetch;
                    endpoint.ConcurrentMessageLimit = AtOnce;
                    endpoint.UseConsumeFilter(typeof(DeliveryFilter<>), context);

                    // A published fault carries the whole message to whoever listens.
                    endpoint.PublishFaults = false;
                    endpoint.ConfigureError(faulty =>
                    {
                        faulty.UseFilter(new StoppedDelivery());
                        faulty.UseFilter(new MassTransit.Middleware.ErrorTransportFilter());
                    });
                    foreach (var subscription in queue)
                    {
                        subscription.Bind(endpoint, hosted);
                    }

                    foreach (var consumer in queue.Select(s => s.Consumer).Distinct())
                    {
                        endpoint.ConfigureConsumer(context, consumer);
                    }
                }
            );
        }
    }

    internal static IEnumerable<Type> ContractTypes() =>
        typeof(Contracts.AccessPoint.V1.Letter)
            .Assembly.GetExportedTypes()
            .Where(t =>
                t is { IsAbstract: false, Namespace: not null }
                && t.Namespace.StartsWith("CaseCoordination.Contracts.", StringComparison.Ordinal)
            );

    internal static void AddOutbox(this IServiceCollection services)
    {
        services.AddSingleton<Pipelines>();
        services.AddSingleton<Publisher>();
        services.AddSingleton<ParkingLot>();
        services.AddSingleton<Announcer>();
        services.AddSingleton<ParkedStreamRetry>();
        services.AddSingleton<ParkedMessageRetry>();
    }
}
