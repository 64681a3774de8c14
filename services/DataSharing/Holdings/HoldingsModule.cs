using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.DataSharing.Holdings.Consents;
using CaseCoordination.DataSharing.Holdings.Consents.Domain;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Holdings.Inbound;
using CaseCoordination.DataSharing.Holdings.Questions;
using CaseCoordination.DataSharing.Holdings.Trails;
using CaseCoordination.DataSharing.Holdings.Trails.Domain;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Holdings;

/// <summary>Brings the slices to the store, the bus and the routes.</summary>
public static class HoldingsModule
{
    public static EventStoreBuilder AddHoldings(this EventStoreBuilder store) =>
        store
            .Aggregate<Holding, HoldingEvent>("holding", Describe)
            .Aggregate<Trail, TrailEvent>("trail", Describe)
            .Aggregate<Consent, ConsentEvent>("consent", Describe)
            .Document<HoldingEntry>(entry =>
                entry
                    .Duplicate(e => e.Package)
                    .Duplicate(e => e.Request)
                    .Duplicate(e => e.Originator)
                    .Duplicate(e => e.State)
                    .Duplicate(e => e.IsWaiting)
                    .Duplicate(e => e.OpenedAt)
            )
            .Document<TrailEntry>(entry => entry.Duplicate(e => e.Package).Duplicate(e => e.Sha256))
            .Document<ConsentEntry>(entry =>
                entry
                    .Duplicate(e => e.Holding)
                    .Duplicate(e => e.Trail)
                    .Duplicate(e => e.State)
                    .Duplicate(e => e.Side)
                    .Duplicate(e => e.IsWaiting)
                    .Duplicate(e => e.OpenedAt)
            );

    public static MessagingBuilder AddHoldings(this MessagingBuilder bus) =>
        bus.Consume<ReceiveHoldingLetter, LetterDelivered>("holding-letters", topic: "holding")
            .Consume<RecordHoldingProgress, LetterProgressed>("holding-progress", topic: "holding");

    public static IServiceCollection AddHoldings(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(configuration.GetSection("Holdings").Get<HoldingSettings>() ?? new HoldingSettings())
            .AddSingleton<Relay>()
            .AddSingleton<HoldingIntake>()
            .AddSingleton<TrailBook>()
            .AddSingleton<ItemJudge>()
            .AddScoped<HoldingDesk>();

    public static void MapHoldings(this IEndpointRouteBuilder app)
    {
        var holdings = app.MapGroup("/api/holdings").WithTags("Holdings");
        ListHoldings.Map(holdings);
        ShowHolding.Map(holdings);
        PlanUse.Map(holdings);
        UseHolding.Map(holdings);
        ExportHolding.Map(holdings);
        DiscloseHolding.Map(holdings);
        SeekPermission.Map(holdings);
        DeleteHolding.Map(holdings);
        var consents = app.MapGroup("/api/consents").WithTags("Consents");
        ListConsents.Map(consents);
        AnswerConsent.Map(consents);
        var trails = app.MapGroup("/api/trails").WithTags("Trails");
        ShowTrail.Map(trails);
        GiveNotice.Map(trails);
    }

    private static void Describe(AggregateBuilder<Holding, HoldingEvent> holdings) =>
        holdings
            .Event<HoldingOpened>("holding-opened")
            .Event<HoldingRead>("holding-read")
            .Event<HoldingUsed>("holding-used")
            .Event<HoldingExported>("holding-exported")
            .Event<HoldingDisclosed>("holding-disclosed")
            .Event<HoldingActRefused>("holding-act-refused")
            .Event<HoldingPassedOn>("holding-passed-on")
            .Event<HoldingPermissionSought>("holding-permission-sought")
            .Event<HoldingPermissionHeard>("holding-permission-heard")
            .Event<HoldingPermissionDropped>("holding-permission-dropped")
            .Event<HoldingRecalled>("holding-recalled")
            .Event<HoldingCorrected>("holding-corrected")
            .Event<HoldingFollowed>("holding-followed")
            .Event<HoldingRetentionEnded>("holding-retention-ended")
            .Event<HoldingDeleted>("holding-deleted")
            .Event<HoldingLetterWritten>("holding-letter-written")
            .Event<HoldingLetterTaken>("holding-letter-taken")
            .Event<HoldingLetterMoved>("holding-letter-moved")
            .Event<HoldingClockWarned>("holding-clock-warned")
            .Event<HoldingClockFailed>("holding-clock-failed")
            .Views((file, facts) => [HoldingEntry.Of(file, facts)])
            .Deadlines(PassHoldingClock.Running, PassHoldingClock.Decide)
            .Announce(HoldingAnnouncements.Announce);

    private static void Describe(AggregateBuilder<Trail, TrailEvent> trails) =>
        trails
            .Event<TrailOpened>("trail-opened")
            .Event<TrailRecalled>("trail-recalled")
            .Event<TrailCorrected>("trail-corrected")
            .Event<TrailConfirmed>("trail-confirmed")
            .Event<TrailCertified>("trail-certified")
            .Event<TrailLetterWritten>("trail-letter-written")
            .Event<TrailLetterTaken>("trail-letter-taken")
            .Event<TrailLetterMoved>("trail-letter-moved")
            .Event<TrailClockWarned>("trail-clock-warned")
            .Event<TrailClockFailed>("trail-clock-failed")
            .Views((file, facts) => [TrailEntry.Of(file, facts)])
            .Deadlines(PassTrailClock.Running, PassTrailClock.Decide)
            .Announce(HoldingAnnouncements.Announce);

    private static void Describe(AggregateBuilder<Consent, ConsentEvent> consents) =>
        consents
            .Event<ConsentSought>("consent-sought")
            .Event<ConsentReceived>("consent-received")
            .Event<ConsentForwarded>("consent-forwarded")
            .Event<ConsentSaid>("consent-said")
            .Event<ConsentLetterWritten>("consent-letter-written")
            .Event<ConsentLetterTaken>("consent-letter-taken")
            .Event<ConsentLetterMoved>("consent-letter-moved")
            .Event<ConsentClockWarned>("consent-clock-warned")
            .Event<ConsentClockFailed>("consent-clock-failed")
            .Views((file, facts) => [ConsentEntry.Of(file, facts)])
            .Deadlines(PassConsentClock.Running, PassConsentClock.Decide)
            .Announce(HoldingAnnouncements.Announce);
}
