using Npgsql;
using Testcontainers.PostgreSql;
using Testcontainers.RabbitMq;

namespace CaseCoordination.Testing;

/// <summary>
/// The PostgreSQL and RabbitMQ that tests share: those that <c>deploy/test</c> started, or containers where a Docker engine
/// answers. Every test class takes a database and a virtual host of its own.
/// </summary>
public static class Infrastructure
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static Endpoints? _endpoints;

    /// <param name="Postgres">Npgsql string of a superuser.</param>
    /// <param name="Broker">AMQP address of an administrator, without a virtual host.</param>
    /// <param name="Management">HTTP address of the broker's management, with the same account.</param>
    public sealed record Endpoints(string Postgres, Uri Broker, Uri Management);

    public static async Task<Endpoints> GetAsync()
    {
        await Gate.WaitAsync();
        try
        {
            return _endpoints ??= FromEnvironment() ?? await FromContainersAsync();
        }
        finally
        {
            Gate.Release();
        }
    }

    private static Endpoints? FromEnvironment()
    {
        var postgres = Environment.GetEnvironmentVariable("CC_TEST_POSTGRES");
        var broker = Environment.GetEnvironmentVariable("CC_TEST_RABBITMQ");
        var management = Environment.GetEnvironmentVariable("CC_TEST_RABBITMQ_MANAGEMENT");
        return postgres is null || broker is null || management is null
            ? null
            : new Endpoints(postgres, new Uri(broker), new Uri(management));
    }

    private static async Task<Endpoints> FromContainersAsync()
    {
        var postgres = new PostgreSqlBuilder(Image("POSTGRES_IMAGE", "postgres:17")).Build();
        var broker = new RabbitMqBuilder(Image("RABBITMQ_IMAGE", "rabbitmq:4-management"))
            .WithPortBinding(15672, true)
            .Build();
        await Task.WhenAll(postgres.StartAsync(), broker.StartAsync());
        return new Endpoints(
            new NpgsqlConnectionStringBuilder(postgres.GetConnectionString())
            {
                Database = "postgres",
            }.ConnectionString,
            new Uri(broker.GetConnectionString()),
            new UriBuilder("http", broker.Hostname, broker.GetMappedPublicPort(15672)).Uri
        );
    }

    private static string Image(string variable, string image) => Environment.GetEnvironmentVariable(variable) ?? image;
}
