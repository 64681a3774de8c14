using CaseCoordination.CaseIntake.Cases;
using CaseCoordination.CaseIntake.Checks;
using CaseCoordination.Platform;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform("case-intake");
builder.AddEventStore(store => store.AddRegistryReplica().AddCases().AddChecks());
builder.AddMessaging("case-intake", bus => bus.AddRegistryReplica().AddCases().AddChecks());
builder.Services.AddRegistryReplica().AddCases(builder.Configuration);
var app = builder.Build();
app.UsePlatform();
app.MapRegistryReplica();
app.MapCases();
return await app.RunOrMigrateAsync(args);

/// <summary>The service's entry point, named for its tests.</summary>
public partial class Program;
