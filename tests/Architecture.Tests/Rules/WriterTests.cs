using System.Reflection;

namespace CaseCoordination.Architecture.Tests.Rules;

/// <summary>Only Platform opens sessions, appends events and publishes.</summary>
public sealed class WriterTests
{
    private static readonly string[] PlatformsOwn =
    [
        "Marten.IDocumentStore",
        "Marten.DocumentStore",
        "Marten.IDocumentSession.SaveChangesAsync",
        "JasperFx.Events.IEventOperations.Append",
        "JasperFx.Events.IEventOperations.StartStream",
        "JasperFx.Events.IEventStoreOperations.Append",
        "JasperFx.Events.IEventStoreOperations.StartStream",
        "JasperFx.Events.IEventStoreOperations.AppendOptimistic",
        "JasperFx.Events.IEventStoreOperations.FetchForWriting",
        "MassTransit.IBus",
        "MassTransit.IBusControl",
        "MassTransit.IPublishEndpoint",
        "MassTransit.ISendEndpoint",
        "MassTransit.ISendEndpointProvider",
        "MassTransit.PublishExtensions",
        "MassTransit.SendExtensions",
        "MassTransit.ConsumeContext.RespondAsync",
        "RabbitMQ.Client.IConnection",
        "Npgsql.NpgsqlConnection",
    ];

    [Fact]
    public void Nothing_beside_platform_opens_sessions_or_publishes() =>
        Assert.Empty(Code.Services.Append(Code.RegistryReplica).Append(Code.Correspondence).SelectMany(Writes));

    [Fact]
    public void Nothing_beside_platform_opens_sessions_or_publishes_can_fail() =>
        Assert.All(
            (string[])
                [
                    "Marten.IDocumentStore",
                    "Marten.IDocumentSession.SaveChangesAsync",
                    "MassTransit.IBus",
                    "Npgsql.NpgsqlConnection",
                ],
            name => Assert.Contains($"CaseCoordination.Platform names {name}", Writes(Code.Platform))
        );

    [Fact]
    public void Appending_is_seen_where_platform_does_it() =>
        Assert.Contains(Writes(Code.Platform), found => found.EndsWith(".Append", StringComparison.Ordinal));

    private static IEnumerable<string> Writes(Assembly assembly)
    {
        var names = Code.Names(assembly);
        return PlatformsOwn.Where(names.Contains).Select(name => $"{assembly.GetName().Name} names {name}");
    }
}
