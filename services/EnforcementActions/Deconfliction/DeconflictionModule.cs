using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Deconfliction.Checks;
using CaseCoordination.EnforcementActions.Deconfliction.Checks.Domain;
using CaseCoordination.EnforcementActions.Deconfliction.Domain;
using CaseCoordination.EnforcementActions.Deconfliction.Questions;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.EnforcementActions.Deconfliction;

/// <summary>Brings deconfliction to the store and the routes of actions.</summary>
public static class DeconflictionModule
{
    public static EventStoreBuilder AddDeconfliction(this EventStoreBuilder store) =>
        store
            .Aggregate<DeconflictionCheck, CheckEvent>("check", Describe)
            .Document<InquiryEntry>()
            .Document<InquiryRecord>(record => record.Duplicate(r => r.Asker).Duplicate(r => r.At))
            .Document<OwnMeasures>(own => own.Duplicate(o => o.IsRunning));

    public static IServiceCollection AddDeconfliction(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(
                configuration.GetSection("Deconfliction").Get<DeconflictionSettings>() ?? new DeconflictionSettings()
            )
            .AddExamples([Example.Of(new AskOthers.Body(["MSB-KNA"]))])
            .AddSingleton<OwnPlans>()
            .AddSingleton<AnswerInquiry>();

    public static void MapDeconfliction(this IEndpointRouteBuilder app) =>
        ListInquiries.Map(app.MapGroup("/api/deconfliction").WithTags("Deconfliction"));

    /// <summary>The events of deconfliction in the file of an action.</summary>
    public static AggregateBuilder<CoordinatedAction, ActionEvent> DescribeDeconfliction(
        this AggregateBuilder<CoordinatedAction, ActionEvent> actions
    ) =>
        actions
            .Event<TargetsChecked>("targets-checked")
            .Event<DeconflictionAsked>("deconfliction-asked")
            .Event<InquiryLetterWritten>("inquiry-letter-written")
            .Event<DeconflictionAnswered>("deconfliction-answered");

    private static void Describe(AggregateBuilder<DeconflictionCheck, CheckEvent> checks) =>
        checks
            .Event<InquiryTaken>("inquiry-taken")
            .Event<InquirySetAside>("inquiry-set-aside")
            .Event<InquiryAnswered>("inquiry-answered")
            .Event<InquiryAnswerMoved>("inquiry-answer-moved")
            .Views(
                (check, facts) =>
                    [
                        .. check.Answers.Keys.Select(id => new InquiryEntry { Id = id, CheckId = facts.Id }),
                        .. InquiryRecord.Of(check),
                    ]
            )
            .Announce(CheckAnnouncements.Announce);
}
