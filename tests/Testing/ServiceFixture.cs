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

    public async ValueTask InitializeAsync()
    {
        Node = await TestNode.StartAsync();
        Bus = new BusProbe(Node.Broker);
        Hear(Bus);
        await Bus.StartAsync();
        var settings = await Node.SettingsAsync(service);
        settings["Security:Issuer"] = Tokens.Issuer;
        Configure(settings);
        await MigrateAsync(settings);
        _factory = Build(settings);
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

    public HttpClient Anonymous() => new() { BaseAddress = Address };

    public HttpClient WithToken(string token)
    {
        var http = Anonymous();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    public async ValueTask DisposeAsync()
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

    /// <summary>Further settings of the service.</summary>
    protected virtual void Configure(IDictionary<string, string?> settings) { }

    /// <summary>What the probe hears; whatever the service announces must have a hearer, as on a real node.</summary>
    protected virtual void Hear(BusProbe bus) { }

    /// <summary>Replaces services, such as the clock.</summary>
    protected virtual void Replace(IServiceCollection services) { }

    private WebApplicationFactory<TProgram> Build(IDictionary<string, string?> settings) =>
        new WebApplicationFactory<TProgram>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Development");
            host.UseSetting("urls", "http://127.0.0.1:0");
            host.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
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

    private static async Task MigrateAsync(IDictionary<string, string?> settings)
    {
        var entry = typeof(TProgram).Assembly.EntryPoint!;
        string[] args = ["migrate"];
        var variables = settings.ToDictionary(
            s => s.Key.Replace(":", "__", StringComparison.Ordinal),
            s => s.Value,
            StringComparer.Ordinal
        );
        using var process = System.Diagnostics.Process.Start(
            ProcessFor(typeof(TProgram).Assembly.Location, args, variables)
        )!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{entry.Module.Name} migrate failed: {await output}{await error}");
    }

    private static System.Diagnostics.ProcessStartInfo ProcessFor(
        string assembly,
        string[] args,
        IDictionary<string, string?> variables
    )
    {
        var start = new System.Diagnostics.ProcessStartInfo("dotnet", [assembly, .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
