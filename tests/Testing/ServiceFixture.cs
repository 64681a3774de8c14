using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CaseCoordination.Testing;

/// <summary>
/// One service in this process, behind Kestrel, on a real PostgreSQL and RabbitMQ with a database and a virtual host of its
/// own. Derive, name the service, add settings and what the probe hears.
/// </summary>
public abstract class ServiceFixture<TProgram>(string service) : IAsyncLifetime
    where TProgram : class
{
    private WebApplicationFactory<TProgram>? _factory;

    public TestNode Node { get; private set; } = null!;

    /// <summary>Stands in for every other service.</summary>
    public BusProbe Bus { get; private set; } = null!;

    public IServiceProvider Services => _factory!.Services;

    public Uri Address { get; private set; } = null!;

    /// <summary>What the service was started with.</summary>
    public IDictionary<string, string?> Settings { get; private set; } = new Dictionary<string, string?>();

    /// <summary>Name of the host's environment.</summary>
    protected virtual string EnvironmentName => "Development";

    public async ValueTask InitializeAsync()
    {
        Node = await TestNode.StartAsync();
        Bus = new BusProbe(Node.Broker);
        Hear(Bus);
        await Bus.StartAsync();
        Settings = await Node.SettingsAsync(service);
        Settings["Security:Issuer"] = Tokens.Issuer;
        Configure(Settings);
        await MigrateAsync();
        _factory = Build(Settings);
        _factory.UseKestrel(0);
        _factory.StartServer();
        Address = new Uri(
            _factory
                .Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
                .Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!
                .Addresses.First()
                .Replace("[::]", "127.0.0.1", StringComparison.Ordinal)
                .Replace("localhost", "127.0.0.1", StringComparison.Ordinal)
        );
        using var http = new HttpClient { BaseAddress = Address };
        await Eventually.HoldsAsync(
            async () => (await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode,
            $"{service} to be ready"
        );
    }

    /// <summary>A client that calls as this person of this authority.</summary>
    public HttpClient As(string authority, string subject, string[] roles, string[]? groups = null) =>
        WithToken(Tokens.For(authority, subject, roles, groups));

    /// <summary>A client of a caller who holds every role and these groups.</summary>
    public HttpClient AsEveryRole(string authority, params string[] groups) =>
        As(authority, "all-rounder", Tokens.EveryRole, groups);

    // The service traces in this process too: a client that sends a trace of its own must not be given another.
    public HttpClient Anonymous() =>
        new(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = Address };

    public HttpClient WithToken(string token)
    {
        var http = Anonymous();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_factory is not null)
        {
            await _factory.DisposeAsync();
        }

        if (Bus is not null)
        {
            await Bus.DisposeAsync();
            await Node.DisposeAsync();
        }
    }

    /// <summary>What the service answers on: every route it has.</summary>
    public IReadOnlyList<Microsoft.AspNetCore.Routing.RouteEndpoint> Routes =>
        Services
            .GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>()
            .Endpoints.OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
            .ToList();

    /// <summary>Further settings of the service.</summary>
    protected virtual void Configure(IDictionary<string, string?> settings) { }

    /// <summary>What the probe hears; whatever the service announces must have a hearer, as on a real node.</summary>
    protected virtual void Hear(BusProbe bus) { }

    /// <summary>Replaces services, such as the clock.</summary>
    protected virtual void Replace(IServiceCollection services) { }

    private WebApplicationFactory<TProgram> Build(IDictionary<string, string?> settings) =>
        new WebApplicationFactory<TProgram>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment(EnvironmentName);
            host.UseSetting("urls", "http://127.0.0.1:0");
            host.ConfigureLogging(logging =>
                logging.SetMinimumLevel(LogLevel.Warning).AddFilter("MassTransit", LogLevel.None)
            );
            foreach (var (key, value) in settings)
            {
                host.UseSetting(key, value);
            }

            host.ConfigureTestServices(services =>
            {
                services.PostConfigure<JwtBearerOptions>(
                    JwtBearerDefaults.AuthenticationScheme,
                    options =>
                    {
                        var configuration = new OpenIdConnectConfiguration { Issuer = Tokens.Issuer };
                        configuration.SigningKeys.Add(Tokens.Key);
                        options.Configuration = configuration;
                        options.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(
                            configuration
                        );
                    }
                );
                Replace(services);
            });
        });

    private async Task MigrateAsync()
    {
        var (code, output) = await ServiceProcess.RunAsync(typeof(TProgram).Assembly, Settings, "migrate");
        Assert.True(code == 0, $"{service} migrate failed: {output}");
    }
}
