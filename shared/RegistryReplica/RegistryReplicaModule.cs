using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseCoordination.RegistryReplica;

// How a service uses its copy of the treaty registry:
//
//   builder.AddEventStore(store => store.AddRegistryReplica().AddCases());
//   builder.AddMessaging("case-intake", bus => bus.AddRegistryReplica().AddCases());
//   builder.Services.AddRegistryReplica();
//   app.MapRegistryReplica();                                     // GET /api/operations/replica
//
//   (LawBookCache laws)                                           // inject; a singleton
//   var book = await laws.BookAsync(day, cancellation);           // the law on a day: one cheap query if nothing changed
//   var old = (await laws.SnapshotAsync(cancellation)).Version(id, hash);   // terms that a stored decision used
//
//   // copies are readable from every session, whatever its authority:
//   var partner = await session.Documents.LoadAsync<AuthorityReplica>("XB-DAC", cancellation);   // null = not registered
//   partner.ToProfile().Calendar                                  // its working days
//
// Announcements may come twice and in any order. A participation whose authority or instrument was not announced yet is left
// out of the book until it was. A service that is added later asks a registrar for PUT /api/registry/announcements.

/// <summary>A service's own copy of the treaty registry, from which it decides without calling anyone.</summary>
public static class RegistryReplicaModule
{
    private const string Queue = "registry";

    /// <summary>The copies, shared by all authorities of the node.</summary>
    public static EventStoreBuilder AddRegistryReplica(this EventStoreBuilder store) =>
        store
            .NodeDocument<AuthorityReplica>(m =>
                m.UseNumericRevisions(true).Metadata(x => x.Revision.MapTo(r => r.Revision))
            )
            .NodeDocument<InstrumentReplica>(m =>
                m.UseNumericRevisions(true).Metadata(x => x.Revision.MapTo(r => r.Revision))
            )
            .NodeDocument<ParticipationReplica>(m =>
                m.UseNumericRevisions(true).Metadata(x => x.Revision.MapTo(r => r.Revision))
            )
            .NodeDocument<RegistryStamp>();

    /// <summary>Hears the registry.</summary>
    public static MessagingBuilder AddRegistryReplica(this MessagingBuilder bus) =>
        bus.ConsumeForEveryone<KeepAuthority, AuthorityRegistered>(Queue)
            .ConsumeForEveryone<KeepInstrument, InstrumentPublished>(Queue)
            .ConsumeForEveryone<KeepParticipation, ParticipationRecorded>(Queue);

    /// <summary>The law book built from the copies.</summary>
    public static IServiceCollection AddRegistryReplica(this IServiceCollection services) =>
        services.AddSingleton<LawBookCache>();

    /// <summary>Tells what this service holds.</summary>
    public static void MapRegistryReplica(this IEndpointRouteBuilder app) => TellReplica.Map(app);
}
