using CaseCoordination.DataSharing.Handover;
using CaseCoordination.DataSharing.Holdings;
using CaseCoordination.DataSharing.Notices;
using CaseCoordination.DataSharing.Packages;
using CaseCoordination.DataSharing.Requests;
using CaseCoordination.Platform;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform("data-sharing");
builder.AddEventStore(store => store.AddRegistryReplica().AddRequests().AddPackages().AddHoldings().AddNotices());
builder.AddMessaging(
    "data-sharing",
    bus => bus.AddRegistryReplica().AddRequests().AddPackages().AddHoldings().AddNotices()
);
builder
    .Services.AddRegistryReplica()
    .AddRequests(builder.Configuration)
    .AddPackages(builder.Configuration)
    .AddHoldings(builder.Configuration)
    .AddHandover()
    .AddNotices();
var app = builder.Build();
app.UsePlatform();
app.MapRegistryReplica();
app.MapRequests();
app.MapPackages();
app.MapHoldings();
app.MapHandover();
app.MapNotices();
return await app.RunOrMigrateAsync(args);

/// <summary>The service's entry point, named for its tests.</summary>
public partial class Program;
