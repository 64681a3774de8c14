using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Contracts.CaseIntake.V1;
using CaseCoordination.Contracts.DataSharing.V1;
using CaseCoordination.Contracts.EnforcementActions.V1;
using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.DataSharing.Notices.Inbound;
using CaseCoordination.DataSharing.Notices.Licences;
using CaseCoordination.DataSharing.Notices.Questions;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Notices;

/// <summary>Brings the slices to the store, the bus and the routes.</summary>
public static class NoticesModule
{
    /// <summary>Key of what is registered for notices alone.</summary>
    public const string Name = "notices";

    public static EventStoreBuilder AddNotices(this EventStoreBuilder store) =>
        store
            .Aggregate<Notice, NoticeEvent>("notice", Describe)
            .Document<NoticeEntry>(entry =>
                entry
                    .Duplicate(e => e.State)
                    .Duplicate(e => e.Kind)
                    .Duplicate(e => e.From)
                    .Duplicate(e => e.IsHit)
                    .Duplicate(e => e.OpenedAt)
            );

    public static MessagingBuilder AddNotices(this MessagingBuilder bus) =>
        bus.Consume<ReceiveNoticeLetter, LetterDelivered>("notice-letters", topic: "notice")
            .Consume<RecordNoticeProgress, LetterProgressed>("notice-progress", topic: "notice")
            .Consume<RecordCaseCheck, SubjectsChecked>("case-checks")
            .Consume<DraftFromRegister, LicencesIngested>("licence-notices")
            .Consume<DraftMeasureNotice, MeasureExecuted>("measure-notices");

    public static IServiceCollection AddNotices(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("Notices").Get<NoticeSettings>() ?? new NoticeSettings();
        return services
            .AddSingleton(settings.Checked())
            .AddKeyedSingleton(Name, (s, _) => new References(s.GetRequiredService<AuthoritySessions>(), "-NOT"))
            .AddExamples(NoticeExamples.All)
            .AddSingleton<OwnPlaces>()
            .AddScoped<NoticeDesk>();
    }

    public static void MapNotices(this IEndpointRouteBuilder app)
    {
        var notices = app.MapGroup("/api/notices").WithTags("Notices");
        ListNotices.Map(notices);
        ShowNotice.Map(notices);
        ShowTimeline.Map(notices);
        DraftNotice.Map(notices);
        ReviseNotice.Map(notices);
        TryOffer.Map(notices);
        OfferNotice.Map(notices);
        WithdrawNotice.Map(notices);
        AcknowledgeNotice.Map(notices);
    }

    private static void Describe(AggregateBuilder<Notice, NoticeEvent> notices) =>
        notices
            .Event<NoticeDrafted>("notice-drafted")
            .Event<NoticeRevised>("notice-revised")
            .Event<NoticeOffered>("notice-offered")
            .Event<NoticeWithdrawn>("notice-withdrawn")
            .Event<NoticeReceived>("notice-received")
            .Event<NoticeChecked>("notice-checked")
            .Event<NoticeOutcome>("notice-outcome")
            .Event<NoticeAcknowledged>("notice-acknowledged")
            .Event<NoticeLetterWritten>("notice-letter-written")
            .Event<NoticeLetterTaken>("notice-letter-taken")
            .Event<NoticeLetterMoved>("notice-letter-moved")
            .Views((file, facts) => [NoticeEntry.Of(file, facts)])
            .Announce(NoticeAnnouncements.Announce);
}
