using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Exhibits;
using CaseCoordination.CaseIntake.Cases.Inbound;
using CaseCoordination.CaseIntake.Cases.Questions;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>Brings the slices to the store, the bus and the routes.</summary>
public static class CasesModule
{
    public static EventStoreBuilder AddCases(this EventStoreBuilder store) =>
        store
            .Aggregate<Case, CaseEvent>("case", Describe)
            .Document<CaseEntry>(entry =>
                entry
                    .Duplicate(e => e.Stage)
                    .Duplicate(e => e.Role)
                    .Duplicate(e => e.Matter)
                    .Duplicate(e => e.IsWaiting)
                    .Duplicate(e => e.OpenedAt)
            )
            .Document<ReferenceCounter>(counter =>
                counter.UseNumericRevisions(true).Metadata(m => m.Revision.MapTo(c => c.Version))
            );

    public static MessagingBuilder AddCases(this MessagingBuilder bus) =>
        bus.Consume<ReceiveCaseLetter, LetterDelivered>("letters", topic: "case")
            .Consume<RecordLetterProgress, LetterProgressed>("progress", topic: "case");

    public static IServiceCollection AddCases(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(configuration.GetSection("Cases").Get<CaseSettings>() ?? new CaseSettings())
            .AddSingleton<References>()
            .AddScoped<CaseDesk>()
            .AddExhibits(configuration);

    public static void MapCases(this IEndpointRouteBuilder app)
    {
        var cases = app.MapGroup("/api/cases").WithTags("Cases");
        ListCases.Map(cases);
        ShowCase.Map(cases);
        ShowTimeline.Map(cases);
        CountWaiting.Map(cases);
        PlanAssistance.Map(cases);
        OpenCase.Map(cases);
        ReviseCase.Map(cases);
        AddSubject.Map(cases);
        AddAllegation.Map(cases);
        AddExhibit.Map(cases);
        StoreExhibit.Map(cases);
        ReadExhibit.Map(cases);
        FileJointInvestigation.Map(cases);
        TryFiling.Map(cases);
        InvitePartners.Map(cases);
        WithdrawInvitation.Map(cases);
        AcknowledgeInvitation.Map(cases);
        JoinInvestigation.Map(cases);
        DeclineInvitation.Map(cases);
        LeaveInvestigation.Map(cases);
        OfferLead.Map(cases);
        AcceptLead.Map(cases);
        RefuseLead.Map(cases);
        SuspendCase.Map(cases);
        ResumeCase.Map(cases);
        CloseCase.Map(cases);
        ArchiveCase.Map(cases);
        PurgeCase.Map(cases);
        StateCases.Map(cases);
    }

    private static void Describe(AggregateBuilder<Case, CaseEvent> cases) =>
        cases
            .Event<CaseOpened>("case-opened")
            .Event<CaseRevised>("case-revised")
            .Event<SubjectAdded>("subject-added")
            .Event<AllegationAdded>("allegation-added")
            .Event<ExhibitAdded>("exhibit-added")
            .Event<ExhibitStored>("exhibit-stored")
            .Event<CaseSuspended>("case-suspended")
            .Event<CaseResumed>("case-resumed")
            .Event<CaseClosed>("case-closed")
            .Event<CaseArchived>("case-archived")
            .Event<CasePurged>("case-purged")
            .Event<CaseFiled>("case-filed")
            .Event<PartnerInvited>("partner-invited")
            .Event<InvitationWithdrawn>("invitation-withdrawn")
            .Event<PartnerAcknowledged>("partner-acknowledged")
            .Event<PartnerJoined>("partner-joined")
            .Event<PartnerDeclined>("partner-declined")
            .Event<PartnerLeft>("partner-left")
            .Event<PartnerClosed>("partner-closed")
            .Event<LeadOffered>("lead-offered")
            .Event<LeadPassed>("lead-passed")
            .Event<LeadOfferRefused>("lead-offer-refused")
            .Event<InvitationReceived>("invitation-received")
            .Event<InvitationAcknowledged>("invitation-acknowledged")
            .Event<InvestigationJoined>("investigation-joined")
            .Event<InvitationDeclined>("invitation-declined")
            .Event<InvitationTakenBack>("invitation-taken-back")
            .Event<InvestigationLeft>("investigation-left")
            .Event<RosterReceived>("roster-received")
            .Event<LeadOfferReceived>("lead-offer-received")
            .Event<LeadTaken>("lead-taken")
            .Event<LeadDeclined>("lead-declined")
            .Event<LeadClosed>("lead-closed")
            .Event<CaseStated>("case-stated")
            .Event<LetterWritten>("letter-written")
            .Event<RosterNumbered>("roster-numbered")
            .Event<LetterTaken>("letter-taken")
            .Event<LetterSetAside>("letter-set-aside")
            .Event<LetterMoved>("letter-moved")
            .Event<ClockMoved>("clock-moved")
            .Event<ClockWarned>("clock-warned")
            .Event<ClockFailed>("clock-failed")
            .Views((file, facts) => [CaseEntry.Of(file, facts)])
            .Deadlines(PassCaseClock.Running, PassCaseClock.Decide)
            .Announce(announced =>
                [
                    .. CaseAnnouncements.Announce(announced.Event, announced.Authority),
                    .. InvestigationAnnouncements.Announce(announced),
                ]
            );
}
