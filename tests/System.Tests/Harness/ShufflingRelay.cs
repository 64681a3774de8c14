using System.Collections.Concurrent;
using CaseCoordination.Testing;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace CaseCoordination.SystemTests.Harness;

/// <summary>
/// Listens in at every exchange and says everything once more, later and in another order, under the same message id; the
/// ordinary flow goes on meanwhile.
/// </summary>
internal sealed class ShufflingRelay : IAsyncDisposable
{
    private const string Mark = "cc-test-again";
    private const string Tap = "test-tap";

    // Large enough to bring a letter's later news before its earlier, small enough that repeats come amid the load.
    private const int Held = 40;
    private readonly IConnection _connection;
    private readonly IChannel _channel;
    private readonly Random _random;
    private readonly List<BasicDeliverEventArgs> _held = [];
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ConcurrentDictionary<string, int> _repeated = new(StringComparer.Ordinal);

    private ShufflingRelay(IConnection connection, IChannel channel, Random random) =>
        (_connection, _channel, _random) = (connection, channel, random);

    /// <summary>How many messages were said again, by exchange.</summary>
    public IReadOnlyDictionary<string, int> Repeated => _repeated;

    public static async Task<ShufflingRelay> StartAsync(SystemNode node, Random random)
    {
        var connection = await new ConnectionFactory { Uri = new Uri(node.Place.Broker) }.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true)
        );
        var relay = new ShufflingRelay(connection, channel, random);
        await channel.QueueDeclareAsync(Tap, durable: false, exclusive: true, autoDelete: true);
        foreach (var binding in await node.Broker.BindingsAsync())
        {
            if (binding.Source.EndsWith(".v1", StringComparison.Ordinal) && binding.Routing_Key.Length > 0)
            {
                await channel.QueueBindAsync(Tap, binding.Source, binding.Routing_Key);
            }
        }

        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, message) => relay.HearAsync(message);
        await channel.BasicConsumeAsync(Tap, autoAck: true, consumer);
        return relay;
    }

    /// <summary>Says again what is still held back, after everything on its way to the tap has come.</summary>
    public async Task FlushAsync()
    {
        await Eventually.HoldsAsync(async () => await _channel.MessageCountAsync(Tap) == 0, "the tap to run dry");
        await _gate.WaitAsync();
        try
        {
            while (_held.Count > 0)
            {
                await RepeatOneAsync();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
        _gate.Dispose();
    }

    private async Task HearAsync(BasicDeliverEventArgs message)
    {
        if (message.BasicProperties.Headers?.ContainsKey(Mark) == true)
        {
            return;
        }

        await _gate.WaitAsync();
        try
        {
            _held.Add(Copy(message));
            if (_held.Count >= Held)
            {
                await RepeatOneAsync();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task RepeatOneAsync()
    {
        var at = _random.Next(_held.Count);
        var message = _held[at];
        _held.RemoveAt(at);
        var properties = new BasicProperties(message.BasicProperties);
        properties.Headers = new Dictionary<string, object?>(properties.Headers ?? new Dictionary<string, object?>())
        {
            [Mark] = true,
        };
        await _channel.BasicPublishAsync(
            message.Exchange,
            message.RoutingKey,
            mandatory: true,
            properties,
            message.Body
        );
        _repeated.AddOrUpdate(message.Exchange, 1, (_, count) => count + 1);
    }

    // The client reuses the memory of a body once the handler is done.
    private static BasicDeliverEventArgs Copy(BasicDeliverEventArgs m) =>
        new(
            m.ConsumerTag,
            m.DeliveryTag,
            m.Redelivered,
            m.Exchange,
            m.RoutingKey,
            m.BasicProperties,
            m.Body.ToArray(),
            m.CancellationToken
        );
}
