using CaseCoordination.DataSharing.AutomaticAnswers;
using CaseCoordination.DataSharing.Handover;
using CaseCoordination.DataSharing.Holdings;
using CaseCoordination.DataSharing.Notices;
using CaseCoordination.DataSharing.Notifications;
using CaseCoordination.DataSharing.Packages;
using CaseCoordination.DataSharing.Records;
using CaseCoordination.DataSharing.Requests;
using CaseCoordination.DataSharing.Statistics;
using CaseCoordination.DataSharing.Webhooks;
using CaseCoordination.Platform;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;

var builder = WebApplication.CreateBuilder(args);
var settings = builder.Configuration;
builder.AddPlatform("data-sharing");
builder.AddEventStore(store =>
{
    store.AddRegistryReplica().AddRequests().AddNotices().AddRecords();
    store.AddPackages().AddHoldings().AddAutomaticAnswers().AddFeed().AddWebhooks();
});
builder.AddMessaging(
    "data-sharing",
    bus => bus.AddRegistryReplica().AddRequests().AddPackages().AddHoldings().AddNotices().AddAutomaticAnswers()
);
builder.Services.AddRegistryReplica().AddRequests(settings).AddNotices(settings).AddRecords(settings);
builder.Services.AddPackages(settings).AddHoldings(settings).AddHandover().AddAutomaticAnswers();
builder.Services.AddFeed(settings).AddWebhooks(settings).AddStatistics();
var app = builder.Build();
app.UsePlatform();
app.MapRegistryReplica();
app.MapRequests();
app.MapRecords();
app.MapPackages();
app.MapHoldings();
app.MapHandover();
app.MapNotices();
app.MapAutomaticAnswers();
app.MapFeed();
app.MapWebhooks();
app.MapStatistics();
return await app.RunOrMigrateAsync(args);

/// <summary>The service's entry point, named for its tests.</summary>
public partial class Program;
