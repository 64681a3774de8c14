using CaseCoordination.Platform;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using CaseCoordination.ToyService.Counters;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform("toy");
builder.AddEventStore(store => store.AddCounters());
builder.AddMessaging("toy", bus => bus.AddCounters());
builder.Services.AddSingleton<Weather>();

var app = builder.Build();
app.UsePlatform();
CounterRoutes.Map(app);
return await app.RunOrMigrateAsync(args);
