using CaseCoordination.DataSharing.Holdings;
using CaseCoordination.DataSharing.Requests;
using CaseCoordination.Platform;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform("data-sharing");
builder.AddEventStore(store => store.AddRegistryReplica().AddRequests().AddHoldings());
builder.AddMessaging("data-sharing", bus => bus.AddRegistryReplica().AddRequests().AddHoldings());
builder.Services.AddRegistryReplica().AddRequests(builder.Configuration).AddHoldings(builder.Configuration);
var app = builder.Build();
app.UsePlatform();
app.MapRegistryReplica();
app.MapRequests();
app.MapHoldings();
return await app.RunOrMigrateAsync(args);

/// <summary>The service's entry point, named for its tests.</summary>
public partial class Program;
