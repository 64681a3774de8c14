using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Forms;
using CaseCoordination.DataSharing.Requests.Inbound;
using CaseCoordination.DataSharing.Requests.Questions;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>Brings the slices to the store, the bus and the routes.</summary>
public static class RequestsModule
{
    public static EventStoreBuilder AddRequests(this EventStoreBuilder store) =>
        store
            .Aggregate<Request, RequestEvent>("request", Describe)
            .Document<RequestEntry>(entry =>
                entry
                    .Duplicate(e => e.State)
                    .Duplicate(e => e.Side)
                    .Duplicate(e => e.Partner)
                    .Duplicate(e => e.Ask)
                    .Duplicate(e => e.IsWaiting)
                    .Duplicate(e => e.DueAt)
                    .Duplicate(e => e.OpenedAt)
                    .Duplicate(e => e.SubmittedAt)
            )
            .Document<ReferenceCounter>(counter =>
                counter.UseNumericRevisions(true).Metadata(m => m.Revision.MapTo(c => c.Version))
            );

    public static MessagingBuilder AddRequests(this MessagingBuilder bus) =>
        bus.Consume<ReceiveRequestLetter, LetterDelivered>("letters", topic: "request")
            .Consume<RecordLetterProgress, LetterProgressed>("progress", topic: "request");

    public static IServiceCollection AddRequests(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("Requests").Get<RequestSettings>() ?? new RequestSettings();
        return services
            .AddExamples(RequestExamples.All)
            .AddSingleton(settings)
            .AddSingleton(FormFolder.Load(settings.Forms))
            .AddSingleton(s => new References(s.GetRequiredService<AuthoritySessions>(), "-RFA"))
            .AddSingleton<SubmissionPlanner>()
            .AddSingleton<RefusalGrounds>()
            .AddScoped<RequestDesk>();
    }

    public static void MapRequests(this IEndpointRouteBuilder app)
    {
        ListForms.Map(app);
        var requests = app.MapGroup("/api/requests").WithTags("Requests");
        ListRequests.Map(requests);
        ShowRequest.Map(requests);
        ShowTimeline.Map(requests);
        CountWaiting.Map(requests);
        DraftRequest.Map(requests);
        ReviseDraft.Map(requests);
        ChangeAccess.Map(requests);
        ConsultOnDraft.Map(requests);
        ReplyToConsultation.Map(requests);
        TrySubmission.Map(requests);
        SubmitRequest.Map(requests);
        ConfirmRequest.Map(requests);
        AcknowledgeRequest.Map(requests);
        AskClarification.Map(requests);
        GiveClarification.Map(requests);
        AcceptRequest.Map(requests);
        AnswerInPart.Map(requests);
        AnswerRequest.Map(requests);
        FulfilDuty.Map(requests);
        RefuseRequest.Map(requests);
        ExtendDue.Map(requests);
        WithdrawRequest.Map(requests);
        EscalateRequest.Map(requests);
        DecideEscalation.Map(requests);
        CloseRequest.Map(requests);
    }

    private static void Describe(AggregateBuilder<Request, RequestEvent> requests) =>
        requests
            .Event<RequestDrafted>("request-drafted")
            .Event<RequestRevised>("request-revised")
            .Event<RequestSplit>("request-split")
            .Event<AccessChanged>("access-changed")
            .Event<ConsultationSent>("consultation-sent")
            .Event<ConsultationReceived>("consultation-received")
            .Event<ConsultationAnswered>("consultation-answered")
            .Event<RequestSubmitted>("request-submitted")
            .Event<RequestReceived>("request-received")
            .Event<AutomaticAnswerWeighed>("automatic-answer-weighed")
            .Event<RequestConfirmed>("request-confirmed")
            .Event<RequestAcknowledged>("request-acknowledged")
            .Event<ClarificationAsked>("clarification-asked")
            .Event<ClarificationGiven>("clarification-given")
            .Event<RequestAccepted>("request-accepted")
            .Event<RequestPartAnswered>("request-part-answered")
            .Event<RequestAnswered>("request-answered")
            .Event<DutyFulfilled>("duty-fulfilled")
            .Event<RequestRefused>("request-refused")
            .Event<DueExtended>("due-extended")
            .Event<RequestWithdrawn>("request-withdrawn")
            .Event<RequestLapsed>("request-lapsed")
            .Event<RequestEscalated>("request-escalated")
            .Event<EscalationDecided>("escalation-decided")
            .Event<RequestClosed>("request-closed")
            .Event<LetterWritten>("letter-written")
            .Event<LetterTaken>("letter-taken")
            .Event<LetterSetAside>("letter-set-aside")
            .Event<LetterMoved>("letter-moved")
            .Event<ClockWarned>("clock-warned")
            .Event<ClockFailed>("clock-failed")
            .Views((file, facts) => [RequestEntry.Of(file, facts)])
            .Deadlines(PassRequestClock.Running, PassRequestClock.Decide)
            .Announce(RequestAnnouncements.Announce);
}
