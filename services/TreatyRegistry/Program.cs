using CaseCoordination.Platform;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyRegistry.Announcements;
using CaseCoordination.TreatyRegistry.Authorities;
using CaseCoordination.TreatyRegistry.Instruments;
using CaseCoordination.TreatyRegistry.Participations;
using CaseCoordination.TreatyRegistry.Proposals;
using CaseCoordination.TreatyRegistry.Seeding;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform("treaty-registry");
builder.AddEventStore(
    store => store.AddAuthorities().AddInstruments().AddParticipations().AddProposals().AddRegistryReplica(),
    sharedBy: Seed.Register
);

// The registry hears itself like every other service, so that an announcement that goes astray shows at its source.
builder.AddMessaging("treaty-registry", bus => bus.AddRegistryReplica());
builder.Services.AddRegistryReplica();
builder.Services.AddSingleton<RegisterLaw>();
builder.Services.AddSeeding();

var app = builder.Build();
app.UsePlatform();
app.MapAuthorities();
app.MapInstruments();
app.MapParticipations();
app.MapProposals();
app.MapAnnouncements();
app.MapRegistryReplica();
return await app.RunOrMigrateAsync(args).WithExitCodeOf(app.Services.GetRequiredService<SeedAtStart>());
