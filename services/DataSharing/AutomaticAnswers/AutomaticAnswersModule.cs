using CaseCoordination.Contracts.DataSharing.V1;
using CaseCoordination.DataSharing.AutomaticAnswers.Domain;
using CaseCoordination.DataSharing.AutomaticAnswers.Questions;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.AutomaticAnswers;

/// <summary>Brings the slices to the store, the bus and the routes.</summary>
public static class AutomaticAnswersModule
{
    public static EventStoreBuilder AddAutomaticAnswers(this EventStoreBuilder store) =>
        store
            .Aggregate<AnswerRule, AnswerRuleEvent>("answer-rule", Describe)
            .Aggregate<RuleUse, RuleUseEvent>("rule-use", uses => uses.Event<RuleUsed>("rule-used"))
            .Document<RuleEntry>(entry => entry.Duplicate(e => e.State).Duplicate(e => e.Name));

    public static MessagingBuilder AddAutomaticAnswers(this MessagingBuilder bus) =>
        bus.Consume<AnswerAutomatically, RequestArrived>("automatic-answers");

    public static IServiceCollection AddAutomaticAnswers(this IServiceCollection services) =>
        services.AddSingleton<AutomaticPackage>().AddScoped<RuleDesk>();

    public static void MapAutomaticAnswers(this IEndpointRouteBuilder app)
    {
        var rules = app.MapGroup("/api/answer-rules").WithTags("Automatic answers");
        ShowRules.Map(rules);
        DraftRule.Map(rules);
        ApproveRule.Map(rules);
        PauseRule.Map(rules);
        TryRule.Map(rules);
        ExplainAnswer.Map(app.MapGroup("/api/requests").WithTags("Automatic answers"));
    }

    private static void Describe(AggregateBuilder<AnswerRule, AnswerRuleEvent> rules) =>
        rules
            .Event<RuleDrafted>("rule-drafted")
            .Event<RuleRevised>("rule-revised")
            .Event<RuleApproved>("rule-approved")
            .Event<RulePaused>("rule-paused")
            .Event<RuleResumed>("rule-resumed")
            .Event<RuleRetired>("rule-retired")
            .Views((file, facts) => [RuleEntry.Of(file, facts)]);
}
