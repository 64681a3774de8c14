using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Deconfliction;
using CaseCoordination.EnforcementActions.Disputes;
using CaseCoordination.EnforcementActions.Investigations;
using CaseCoordination.EnforcementActions.Measures;
using CaseCoordination.EnforcementActions.Statements;
using CaseCoordination.EnforcementActions.Timing;
using CaseCoordination.Platform;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform("enforcement-actions");
builder.AddEventStore(store =>
    store.AddRegistryReplica().AddInvestigations().AddDeconfliction().AddActions().AddMeasures()
);
builder.AddMessaging("enforcement-actions", bus => bus.AddRegistryReplica().AddInvestigations().AddActions());
builder.Services.AddRegistryReplica().AddInvestigations().AddActions(builder.Configuration);
builder.Services.AddMeasures(builder.Configuration).AddTiming(builder.Configuration);
builder.Services.AddDeconfliction(builder.Configuration).AddStatements().AddDisputes(builder.Configuration);
var app = builder.Build();
app.UsePlatform();
app.MapRegistryReplica();
app.MapActions();
app.MapMeasures();
app.MapDeconfliction();
return await app.RunOrMigrateAsync(args);

/// <summary>The service's entry point, named for its tests.</summary>
public partial class Program;
