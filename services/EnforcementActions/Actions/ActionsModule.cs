using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.EnforcementActions.Actions.Board;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Inbound;
using CaseCoordination.EnforcementActions.Actions.Questions;
using CaseCoordination.EnforcementActions.Deconfliction;
using CaseCoordination.EnforcementActions.Deconfliction.Questions;
using CaseCoordination.EnforcementActions.Disputes;
using CaseCoordination.EnforcementActions.Measures;
using CaseCoordination.EnforcementActions.Measures.Questions;
using CaseCoordination.EnforcementActions.Statements;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>Brings the slices to the store, the bus and the routes.</summary>
public static class ActionsModule
{
    public static EventStoreBuilder AddActions(this EventStoreBuilder store) =>
        store
            .Aggregate<CoordinatedAction, ActionEvent>("action", Describe)
            .Document<ActionEntry>(entry =>
                entry
                    .Duplicate(e => e.State)
                    .Duplicate(e => e.Lead)
                    .Duplicate(e => e.CaseId)
                    .Duplicate(e => e.OpenedAt)
                    .Duplicate(e => e.ReleaseAt)
                    .Duplicate(e => e.WillRelease)
            )
            .Document<ReferenceCounter>(counter =>
                counter.UseNumericRevisions(true).Metadata(m => m.Revision.MapTo(c => c.Version))
            );

    public static MessagingBuilder AddActions(this MessagingBuilder bus) =>
        bus.Consume<ReceiveActionLetter, LetterDelivered>("action-letters", topic: "action")
            .Consume<RecordActionProgress, LetterProgressed>("action-progress", topic: "action");

    public static IServiceCollection AddActions(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(configuration.GetSection("Actions").Get<ActionSettings>() ?? new ActionSettings())
            .AddSingleton(s => new References(s.GetRequiredService<AuthoritySessions>(), "-ACT"))
            .AddExamples(ActionExamples.All)
            .AddSingleton<PlanReader>()
            .AddScoped<ActionDesk>();

    public static void MapActions(this IEndpointRouteBuilder app)
    {
        var actions = app.MapGroup("/api/actions").WithTags("Actions");
        ListActions.Map(actions);
        ShowAction.Map(actions);
        ShowBoard.Map(actions);
        StreamBoard.Map(actions);
        ShowTimeline.Map(actions);
        CountWaiting.Map(actions);
        DraftAction.Map(actions);
        RevisePlan.Map(actions);
        TryProposal.Map(actions);
        ProposeAction.Map(actions);
        RecordTitle.Map(actions);
        DeclareReady.Map(actions);
        DeclineAction.Map(actions);
        HoldAction.Map(actions);
        AbortAction.Map(actions);
        WithholdMeasures.Map(actions);
        ReleaseByHand.Map(actions);
        ConcludeAction.Map(actions);
        AskOthers.Map(actions);
        AgreeOnStatement.Map(actions);
        DecidePublication.Map(actions);
        RaiseDispute.Map(actions);
        RecordDisputeResult.Map(actions);
        FollowResult.Map(actions);
    }

    private static void Describe(AggregateBuilder<CoordinatedAction, ActionEvent> actions) =>
        actions
            .Event<ActionDrafted>("action-drafted")
            .Event<PlanRevised>("plan-revised")
            .Event<ActionProposed>("action-proposed")
            .Event<ProposalReceived>("proposal-received")
            .Event<RevisionReceived>("revision-received")
            .Event<TitleRecorded>("title-recorded")
            .Event<ReadinessDeclared>("readiness-declared")
            .Event<ReadinessTold>("readiness-told")
            .Event<OrderGiven>("order-given")
            .Event<OrderTaken>("order-taken")
            .Event<OrderAnswered>("order-answered")
            .Event<MeasuresWithheld>("measures-withheld")
            .Event<CutOffPassed>("cut-off-passed")
            .Event<ActionReleased>("action-released")
            .Event<ReleaseMissed>("release-missed")
            .Event<ReleaseTold>("release-told")
            .Event<BoardTold>("board-told")
            .Event<BoardReceived>("board-received")
            .Event<ClockChecked>("clock-checked")
            .Event<ClockInferred>("clock-inferred")
            .Event<ActionConcluded>("action-concluded")
            .Event<ActionLetterWritten>("action-letter-written")
            .Event<ActionLetterTaken>("action-letter-taken")
            .Event<ActionLetterMoved>("action-letter-moved")
            .Event<ActionClockWarned>("action-clock-warned")
            .Event<ActionClockFailed>("action-clock-failed")
            .AddMeasures()
            .DescribeDeconfliction()
            .DescribeStatement()
            .DescribeDisputes()
            .Views((file, facts) => [ActionEntry.Of(file, facts), OwnMeasures.Of(file), .. MeasureEntry.Of(file)])
            .Deadlines(PassActionClock.Running, PassActionClock.Decide)
            .Announce(ActionAnnouncements.Announce);
}
