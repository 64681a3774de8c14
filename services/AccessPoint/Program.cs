using CaseCoordination.AccessPoint.Border;
using CaseCoordination.AccessPoint.Letters;
using CaseCoordination.Platform;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform("access-point");
builder.AddEventStore(store => store.AddLetters().AddRegistryReplica());
builder.AddMessaging("access-point", bus => bus.AddLetters().AddRegistryReplica());
builder.Services.AddRegistryReplica();
builder.Services.AddSingleton<BookShelf>();
builder.Services.AddSingleton<BorderJudge>();
builder.Services.Configure<Clocks>(builder.Configuration.GetSection("Clocks"));

var app = builder.Build();
app.UsePlatform();
app.MapRegistryReplica();
ReadLetters.Map(app);
return args is [ReplayDecisions.Command]
    ? await ReplayDecisions.RunAsync(app.Services)
    : await app.RunOrMigrateAsync(args);
