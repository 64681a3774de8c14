using CaseCoordination.Platform.Store;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CaseCoordination.Architecture.Tests;

/// <summary>A service put together as in production, with nothing behind it: what it registers can be read, nothing runs.</summary>
internal sealed record ServiceModel(
    string Name,
    Aggregates Aggregates,
    IReadOnlyList<RouteEndpoint> Routes,
    IReadOnlyList<string> Queues
)
{
    private static readonly Lazy<IReadOnlyList<ServiceModel>> Built = new(() =>
        [
            Read<AccessPoint.Border.BorderJudge>("access-point"),
            Read<CaseIntake.Cases.Domain.Case>("case-intake"),
            Read<DataSharing.Requests.Domain.Request>("data-sharing"),
            Read<EnforcementActions.Actions.Domain.CoordinatedAction>("enforcement-actions"),
            Read<TreatyRegistry.Authorities.Domain.Authority>("treaty-registry"),
        ]
    );

    public static IReadOnlyList<ServiceModel> All => Built.Value;

    private static ServiceModel Read<T>(string name)
        where T : class
    {
        using var factory = new WebApplicationFactory<T>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Production");
            host.UseSetting("Node:Authorities", "XA-SMA");
            host.UseSetting("Security:Issuer", "https://issuer.test");
            host.UseSetting("ConnectionStrings:Broker", "amqp://127.0.0.1:1/none");
            foreach (var role in (string[])["Migrator", "Runtime", "Daemon"])
            {
                host.UseSetting($"ConnectionStrings:{role}", "Host=127.0.0.1;Port=1;Database=none;Username=none");
            }

            host.ConfigureTestServices(services =>
            {
                var workers = services.Where(s => s.ServiceType == typeof(IHostedService) && !IsServer(s)).ToList();
                workers.ForEach(w => services.Remove(w));
            });
        });
        var bus = factory.Services.GetRequiredService<IBusControl>();
        return new ServiceModel(
            name,
            factory.Services.GetRequiredService<Aggregates>(),
            factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList(),
            QueuesOf(System.Text.Json.JsonSerializer.Serialize(bus.GetProbeResult()))
        );
    }

    private static bool IsServer(ServiceDescriptor service) =>
        (
            service.ImplementationType?.Name ?? service.ImplementationFactory?.Method.DeclaringType?.FullName ?? ""
        ).Contains("GenericWebHostService", StringComparison.Ordinal);

    private static List<string> QueuesOf(string probe) =>
        System
            .Text.RegularExpressions.Regex.Matches(
                probe,
                "\"(queueName|QueueName)\":\\s*\"(?<name>[^\"]+)\"",
                System.Text.RegularExpressions.RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(5)
            )
            .Select(m => m.Groups["name"].Value)
            .Distinct(StringComparer.Ordinal)
            .ToList();
}
