using System.Collections.Concurrent;
using CaseCoordination.Platform.Messaging;
using MassTransit;

namespace CaseCoordination.Testing;

/// <summary>A message as it was heard: what, under which id, and the trace it continues.</summary>
public sealed record Hearing<T>(T Message, Guid Id, string Key, string? Trace);

/// <summary>Stands in for the other services on a node's bus: hears contracts, and says them.</summary>
public sealed class BusProbe(string broker, string queue = "probe") : IAsyncDisposable
{
    private readonly ConcurrentQueue<Hearing<object>> _heard = new();
    private readonly List<Action<IRabbitMqReceiveEndpointConfigurator>> _bindings = [];
    private const string TraceHeader = "MT-Activity-Id";
    private IBusControl _bus = null!;

    /// <summary>Messages heard so far, in the order of their arrival.</summary>
    public IReadOnlyList<T> Heard<T>() => _heard.Select(h => h.Message).OfType<T>().ToList();

    /// <summary>Ids of the messages of one contract heard so far.</summary>
    public IReadOnlyList<Guid> Ids<T>() => _heard.Where(h => h.Message is T).Select(h => h.Id).ToList();

    /// <summary>Messages of one contract heard so far, with what came along.</summary>
    public IReadOnlyList<Hearing<T>> Hearings<T>() =>
        _heard.Where(h => h.Message is T).Select(h => new Hearing<T>((T)h.Message, h.Id, h.Key, h.Trace)).ToList();

    /// <summary>Hears a contract under these routing keys; call before <see cref="StartAsync"/>.</summary>
    public BusProbe Hear<T>(params IEnumerable<string> keys)
        where T : class
    {
        _bindings.Add(endpoint =>
        {
            foreach (var key in keys)
            {
                endpoint.Bind<T>(binding =>
                {
                    binding.ExchangeType = "direct";
                    binding.RoutingKey = key;
                });
            }

            endpoint.Handler<T>(context =>
            {
                _heard.Enqueue(
                    new Hearing<object>(
                        context.Message,
                        context.MessageId ?? Guid.Empty,
                        context.RoutingKey() ?? "",
                        context.Headers.Get<string>(TraceHeader)
                    )
                );
                return Task.CompletedTask;
            });
        });
        return this;
    }

    public async Task StartAsync()
    {
        _bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(new Uri(broker));
            rabbit.MessageTopology.SetEntityNameFormatter(new ContractNames());
            foreach (var contract in MessagingModule.ContractTypes())
            {
                rabbit.Publish(contract, topology => topology.ExchangeType = "direct");
            }

            rabbit.ReceiveEndpoint(
                queue,
                endpoint =>
                {
                    endpoint.ConfigureConsumeTopology = false;
                    endpoint.ConcurrentMessageLimit = 1;
                    foreach (var bind in _bindings)
                    {
                        bind(endpoint);
                    }
                }
            );
        });
        await _bus.StartAsync();
    }

    /// <summary>Publishes as another service would; the same id twice is a redelivery.</summary>
    public Task SayAsync<T>(T message, string key, Guid? id = null, string? trace = null)
        where T : class =>
        _bus.Publish(
            message,
            context =>
            {
                context.MessageId = id ?? Guid.CreateVersion7();
                context.Headers.Set(TraceHeader, trace);
                if (context.TryGetPayload<RabbitMqSendContext>(out var rabbit))
                {
                    rabbit.RoutingKey = key;
                    rabbit.Mandatory = true;
                }
            }
        );

    public async ValueTask DisposeAsync()
    {
        if (_bus is not null)
        {
            await _bus.StopAsync();
        }
    }
}
