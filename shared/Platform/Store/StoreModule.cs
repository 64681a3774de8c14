using CaseCoordination.Platform.Deadlines;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Security;
using JasperFx.Events.Daemon;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CaseCoordination.Platform.Store;

/// <summary>The event store: sessions for slices, the daemon that announces, the sweeper.</summary>
public static class StoreModule
{
    public const string AnnouncerName = "announcer";

    /// <summary>Registers what the service keeps.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="configure">The service's aggregates and documents.</param>
    /// <param name="sharedBy">
    /// For a service whose records belong to all authorities alike, the one name they are kept under; otherwise each request
    /// sees only the caller's own authority.
    /// </param>
    public static void AddEventStore(
        this IHostApplicationBuilder builder,
        Action<EventStoreBuilder> configure,
        string? sharedBy = null
    )
    {
        var store = new EventStoreBuilder();
        configure(store);
        var services = builder.Services;
        var configuration = builder.Configuration;
        services.AddSingleton(store.Build());
        services.AddSingleton(s => new CommitSignal(
            Migration.Required(configuration, "Runtime"),
            Migration.Required(configuration, "Daemon"),
            s.GetRequiredService<ILogger<CommitSignal>>()
        ));
        services.AddSingleton(s => new AuthoritySessions(
            DocumentStore.For(options =>
                StoreSetup.Configure(
                    options,
                    s.GetRequiredService<Aggregates>(),
                    Migration.Required(configuration, "Runtime")
                )
            ),
            s.GetRequiredService<Aggregates>(),
            s.GetRequiredService<CommitSignal>(),
            s.GetRequiredService<TimeProvider>()
        ));
        services.AddScoped(s => OpenForRequest(s, sharedBy));
        services.AddScoped<RequestContext>();
        services.AddHostedService<DatabaseAssertions>();
        services.AddOutbox();
        services.AddDaemon(configuration["Daemon:Mode"]);
        services.AddHostedService(s => s.GetRequiredService<CommitSignal>());
        services.AddSingleton<DeadlineSweep>();
        services.AddHostedService<Sweeper>();
    }

    /// <summary>Lets the service follow committed events; <see cref="EventPulse"/> says when there are more.</summary>
    public static IServiceCollection AddEventPulse(this IServiceCollection services) =>
        services
            .AddSingleton(provider => new EventPulse(
                provider.GetRequiredService<CommitSignal>(),
                provider.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>(),
                provider.GetRequiredService<ILogger<EventPulse>>()
            ))
            .AddHostedService(provider => provider.GetRequiredService<EventPulse>());

    private static AuthoritySession OpenForRequest(IServiceProvider services, string? sharedBy)
    {
        var caller = services.GetRequiredService<Caller>();
        var request = services.GetRequiredService<RequestContext>();
        var session = services
            .GetRequiredService<AuthoritySessions>()
            .Open(sharedBy ?? caller.Authority, caller.Subject, causationId: request.Id);
        session.SeenVersion = request.SeenVersion;
        session.Idempotency = request.Idempotency;
        return session;
    }

    private static void AddDaemon(this IServiceCollection services, string? mode)
    {
        services
            .AddMartenStore<IDaemonStore>(provider =>
            {
                var options = new StoreOptions();
                StoreSetup.Configure(
                    options,
                    provider.GetRequiredService<Aggregates>(),
                    Migration.Required(
                        provider.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>(),
                        "Daemon"
                    )
                );
                options.Projections.Wakeup = provider.GetRequiredService<CommitSignal>();
                options.Projections.Subscribe(
                    provider.GetRequiredService<Announcer>(),
                    subscription =>
                    {
                        subscription.Name = AnnouncerName;
                        foreach (
                            var type in provider.GetRequiredService<Aggregates>().All.SelectMany(a => a.Events.Keys)
                        )
                        {
                            subscription.IncludeType(type);
                        }
                    }
                );
                return options;
            })
            .AddAsyncDaemon(mode == "Solo" ? DaemonMode.Solo : DaemonMode.HotCold);
        services.AddSingleton(provider => new Lazy<IDaemonStore>(provider.GetRequiredService<IDaemonStore>));
    }
}
