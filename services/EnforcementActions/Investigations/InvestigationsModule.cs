using CaseCoordination.Contracts.CaseIntake.V1;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.EnforcementActions.Investigations;

/// <summary>Brings the copies of investigations to the store and the bus.</summary>
public static class InvestigationsModule
{
    public static EventStoreBuilder AddInvestigations(this EventStoreBuilder store) =>
        store.Document<Investigation>(copy =>
            copy.UseNumericRevisions(true).Metadata(m => m.Revision.MapTo(c => c.Version))
        );

    public static IServiceCollection AddInvestigations(this IServiceCollection services) =>
        services.AddSingleton<PlanGate>();

    public static MessagingBuilder AddInvestigations(this MessagingBuilder bus) =>
        bus.Consume<KeepInvestigation, InvestigationChanged>("investigations");
}
