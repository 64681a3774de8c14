using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures.Connections;
using CaseCoordination.EnforcementActions.Measures.Domain;
using CaseCoordination.EnforcementActions.Measures.Questions;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.EnforcementActions.Measures;

/// <summary>Brings what comes after T-0 to the store, the workers and the routes.</summary>
public static class MeasuresModule
{
    public static EventStoreBuilder AddMeasures(this EventStoreBuilder store) =>
        store
            .Document<MeasureEntry>(entry =>
                entry
                    .Duplicate(e => e.IsOwn)
                    .Duplicate(e => e.IsInstructed)
                    .Duplicate(e => e.Authority)
                    .Duplicate(e => e.Kind)
                    .Duplicate(e => e.State)
                    .Duplicate(e => e.At)
                    .Duplicate(e => e.DueAt)
            )
            .Document<ConnectorCall>(call =>
                call.UseNumericRevisions(true).Metadata(m => m.Revision.MapTo(c => c.Version))
            );

    public static IServiceCollection AddMeasures(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddExamples(MeasureExamples.All)
            .AddSingleton(configuration.GetSection("Measures").Get<MeasureSettings>() ?? new MeasureSettings())
            .AddSingleton<Connectors>()
            .AddSingleton<ConnectorClient>()
            .AddSingleton<CarryOut>()
            .AddHostedService<Instructions>();

    public static void MapMeasures(this IEndpointRouteBuilder app)
    {
        var actions = app.MapGroup("/api/actions").WithTags("Actions");
        ShowOutcomes.Map(actions);
        var measures = actions.MapGroup("/{id:guid}/measures/{measure}");
        RecordOutcome.Map(measures);
        ExtendMeasure.Map(measures);
        LiftMeasure.Map(measures);
        SetFollowUp.Map(measures);
        FinishFollowUp.Map(measures);
        ListMeasures.Map(app);
        ListOutcomes.Map(app);
    }

    /// <summary>Events of measures, on the action's own stream.</summary>
    internal static AggregateBuilder<CoordinatedAction, ActionEvent> AddMeasures(
        this AggregateBuilder<CoordinatedAction, ActionEvent> actions
    ) =>
        actions
            .Event<OutcomeRecorded>("outcome-recorded")
            .Event<MeasureMadeKnown>("measure-made-known")
            .Event<MeasureExtended>("measure-extended")
            .Event<MeasureLifted>("measure-lifted")
            .Event<MeasureEnded>("measure-ended")
            .Event<InstructionCarriedOut>("instruction-carried-out")
            .Event<InstructionFailed>("instruction-failed")
            .Event<InstructionUnanswered>("instruction-unanswered")
            .Event<InstructionGivenUp>("instruction-given-up")
            .Event<FollowUpSet>("follow-up-set")
            .Event<FollowUpDone>("follow-up-done")
            .Event<OutcomeTold>("outcome-told");
}
