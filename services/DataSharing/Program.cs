using CaseCoordination.DataSharing.Notifications;
using CaseCoordination.DataSharing.Requests;
using CaseCoordination.DataSharing.Statistics;
using CaseCoordination.DataSharing.Webhooks;
using CaseCoordination.Platform;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform("data-sharing");
builder.AddEventStore(store => store.AddRegistryReplica().AddRequests().AddFeed().AddWebhooks());
builder.AddMessaging("data-sharing", bus => bus.AddRegistryReplica().AddRequests());
builder.Services.AddRegistryReplica().AddRequests(builder.Configuration);
builder.Services.AddFeed(builder.Configuration).AddWebhooks(builder.Configuration).AddStatistics();
var app = builder.Build();
app.UsePlatform();
app.MapRegistryReplica();
app.MapRequests();
app.MapFeed();
app.MapWebhooks();
app.MapStatistics();
return await app.RunOrMigrateAsync(args);

/// <summary>The service's entry point, named for its tests.</summary>
public partial class Program;
