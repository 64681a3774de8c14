using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Disputes.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.EnforcementActions.Disputes;

/// <summary>Brings disputes to the store and its settings to the service.</summary>
public static class DisputesModule
{
    public static IServiceCollection AddDisputes(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddExamples(DisputeExamples.All)
            .AddSingleton(configuration.GetSection("Disputes").Get<DisputeSettings>() ?? new DisputeSettings());

    /// <summary>The events of disputes in the file of an action.</summary>
    public static AggregateBuilder<CoordinatedAction, ActionEvent> DescribeDisputes(
        this AggregateBuilder<CoordinatedAction, ActionEvent> actions
    ) =>
        actions
            .Event<DisputeRaised>("dispute-raised")
            .Event<DisputeResolved>("dispute-resolved")
            .Event<DisputeFollowed>("dispute-followed")
            .Event<DisputeTold>("dispute-told");
}
