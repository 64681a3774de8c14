using CaseCoordination.DataSharing.Records;
using CaseCoordination.DataSharing.Requests;
using CaseCoordination.Platform;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform("data-sharing");
builder.AddEventStore(store => store.AddRegistryReplica().AddRequests().AddRecords());
builder.AddMessaging("data-sharing", bus => bus.AddRegistryReplica().AddRequests());
builder.Services.AddRegistryReplica().AddRequests(builder.Configuration).AddRecords(builder.Configuration);
var app = builder.Build();
app.UsePlatform();
app.MapRegistryReplica();
app.MapRequests();
app.MapRecords();
return await app.RunOrMigrateAsync(args);

/// <summary>The service's entry point, named for its tests.</summary>
public partial class Program;
