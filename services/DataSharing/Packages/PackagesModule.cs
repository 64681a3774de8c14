using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.DataSharing.Packages.Contents;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Packages.Inbound;
using CaseCoordination.DataSharing.Packages.Items;
using CaseCoordination.DataSharing.Packages.Questions;
using CaseCoordination.DataSharing.Packages.Retrieval;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Packages;

/// <summary>Brings the slices to the store, the bus and the routes.</summary>
public static class PackagesModule
{
    public static EventStoreBuilder AddPackages(this EventStoreBuilder store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store
            .Aggregate<Package, PackageEvent>("package", Describe)
            .Document<PackageEntry>(entry =>
                entry
                    .Duplicate(e => e.State)
                    .Duplicate(e => e.Side)
                    .Duplicate(e => e.Partner)
                    .Duplicate(e => e.Request)
                    .Duplicate(e => e.IsFetching)
                    .Duplicate(e => e.OpenedAt)
            )
            .Document<FetchLease>(lease =>
                lease.UseNumericRevisions(true).Metadata(m => m.Revision.MapTo(l => l.Version))
            );
    }

    public static MessagingBuilder AddPackages(this MessagingBuilder bus)
    {
        ArgumentNullException.ThrowIfNull(bus);
        return bus.Consume<ReceivePackageLetter, LetterDelivered>("package-letters", topic: "package")
            .Consume<RecordPackageProgress, LetterProgressed>("package-progress", topic: "package");
    }

    public static IServiceCollection AddPackages(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services
            .AddSingleton(configuration.GetSection("Packages").Get<PackageSettings>() ?? new PackageSettings())
            .AddKeyedSingleton(
                PreparePackage.References,
                (s, _) => new References(s.GetRequiredService<AuthoritySessions>(), "-PKG")
            )
            .AddSingleton<Vault>()
            .AddSingleton<PackageLaw>()
            .AddSingleton<PackageItems>()
            .AddSingleton<NodeAddresses>()
            .AddSingleton<FetchLeases>()
            .AddScoped<PackageDesk>()
            .AddHostedService<Fetcher>()
            .AddHostedService<VaultSweep>();

        // A node answers itself or not at all: whoever could redirect it could make it call any address.
        services
            .AddHttpClient<ContentSource>(http => http.Timeout = TimeSpan.FromSeconds(30))
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }
            );
        return services;
    }

    public static void MapPackages(this IEndpointRouteBuilder app)
    {
        ServeContents.Map(app);
        var packages = app.MapGroup("/api/packages").WithTags("Packages");
        ListPackages.Map(packages);
        ShowPackage.Map(packages);
        PreparePackage.Map(packages);
        RevisePackage.Map(packages);
        AddItem.Map(packages);
        StoreContent.Map(packages);
        ReadContent.Map(packages);
        FilterItem.Map(packages);
        RemoveItem.Map(packages);
        ApprovePackage.Map(packages);
        ReleasePackage.Map(packages);
        RetryRetrieval.Map(packages);
    }

    private static void Describe(AggregateBuilder<Package, PackageEvent> packages) =>
        packages
            .Event<PackagePrepared>("package-prepared")
            .Event<PackageRevised>("package-revised")
            .Event<ItemAdded>("item-added")
            .Event<ItemStored>("item-stored")
            .Event<ItemFiltered>("item-filtered")
            .Event<ItemRemoved>("item-removed")
            .Event<PackageApproved>("package-approved")
            .Event<PackageReleased>("package-released")
            .Event<PackageReceived>("package-received")
            .Event<ItemRetrieved>("item-retrieved")
            .Event<ItemCorrupt>("item-corrupt")
            .Event<ItemFailed>("item-failed")
            .Event<PackageRetrieved>("package-retrieved")
            .Event<RetrievalFailed>("package-retrieval-failed")
            .Event<RetrievalRetried>("package-retrieval-retried")
            .Event<PackageLetterWritten>("package-letter-written")
            .Event<PackageLetterTaken>("package-letter-taken")
            .Event<PackageLetterSetAside>("package-letter-set-aside")
            .Event<PackageLetterMoved>("package-letter-moved")
            .Event<PackageClockWarned>("package-clock-warned")
            .Event<PackageClockFailed>("package-clock-failed")
            .Views((file, facts) => [PackageEntry.Of(file, facts)])
            .Deadlines(PassPackageClock.Running, PassPackageClock.Decide)
            .Announce(PackageAnnouncements.Announce);
}
