using System.Diagnostics;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace CaseCoordination.Bench;

/// <summary>One hop with nothing but Npgsql and RabbitMQ.Client: commit, confirmed publish, consume, commit of the same payload.</summary>
internal static class Baseline
{
    // About what one letter's event weighs with its decision.
    private const int PayloadBytes = 3000;
    private const int Hops = 8000;
    private const int Workers = 32;
    private const string Table = "bench_hop";
    private const string Queue = "bench-hop";

    /// <param name="HopsPerSecond">Hops completed per second with the given number of workers.</param>
    internal sealed record Result(double HopsPerSecond);

    public static Result Middle(Result one, Result other) => new((one.HopsPerSecond + other.HopsPerSecond) / 2);

    public static async Task<Result> MeasureAsync(Settings settings)
    {
        await using var database = NpgsqlDataSource.Create(settings.Postgres + ";Maximum Pool Size=64");
        await ExecuteAsync(
            database,
            $"drop table if exists {Table}; create table {Table} (id uuid, side int, body text, primary key (id, side))"
        );
        var factory = new ConnectionFactory { Uri = settings.Broker };
        await using var connection = await factory.CreateConnectionAsync();
        await using var setup = await connection.CreateChannelAsync();
        await setup.QueueDeclareAsync(
            Queue,
            durable: true,
            exclusive: false,
            autoDelete: false,
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" }
        );
        await setup.QueuePurgeAsync(Queue);
        var done = new CountdownEvent(Hops);
        await using var consuming = await ConsumeAsync(connection, database, done);
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Workers),
            new ParallelOptions { MaxDegreeOfParallelism = Workers },
            async (worker, _) => await ProduceAsync(connection, database, Hops / Workers)
        );
        done.Wait(TimeSpan.FromMinutes(2));
        var seconds = watch.Elapsed.TotalSeconds;
        await setup.QueueDeleteAsync(Queue);
        await ExecuteAsync(database, $"drop table {Table}");
        return new Result((Hops - done.CurrentCount) / seconds);
    }

    private static async Task ProduceAsync(IConnection connection, NpgsqlDataSource database, int count)
    {
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true)
        );
        var body = new byte[PayloadBytes];
        Array.Fill(body, (byte)'x');
        for (var i = 0; i < count; i++)
        {
            var id = Guid.CreateVersion7();
            await InsertAsync(database, id, 0, body);
            id.TryWriteBytes(body);
            await channel.BasicPublishAsync(
                "",
                Queue,
                mandatory: true,
                new BasicProperties { Persistent = true },
                body
            );
        }
    }

    private static async Task<IChannel> ConsumeAsync(
        IConnection connection,
        NpgsqlDataSource database,
        CountdownEvent done
    )
    {
        var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(false, false, consumerDispatchConcurrency: 16)
        );
        await channel.BasicQosAsync(0, 64, global: false);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            var body = delivery.Body.ToArray();
            await InsertAsync(database, new Guid(body.AsSpan(0, 16)), 1, body);
            await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false);
            if (!done.IsSet)
            {
                done.Signal();
            }
        };
        await channel.BasicConsumeAsync(Queue, autoAck: false, consumer);
        return channel;
    }

    private static async Task InsertAsync(NpgsqlDataSource database, Guid id, int side, byte[] body)
    {
        await using var insert = database.CreateCommand(
            $"insert into {Table} values ($1, $2, $3) on conflict do nothing"
        );
        insert.Parameters.Add(new() { Value = id });
        insert.Parameters.Add(new() { Value = side });
        insert.Parameters.Add(new() { Value = Convert.ToHexString(body, 0, PayloadBytes / 2) });
        await insert.ExecuteNonQueryAsync();
    }

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
