using CaseCoordination.Platform.Store;
using CaseCoordination.TreatyRegistry.Participations.Domain;
using CaseCoordination.TreatyRegistry.Proposals;

namespace CaseCoordination.TreatyRegistry.Participations;

internal static class ParticipationsModule
{
    public static EventStoreBuilder AddParticipations(this EventStoreBuilder store) =>
        store
            .Aggregate<Participation, ParticipationEvent>("participation", Configure)
            .Document<ParticipationView>(m => m.Duplicate(p => p.InstrumentId).Duplicate(p => p.Authority));

    public static void MapParticipations(this IEndpointRouteBuilder app)
    {
        var parties = app.MapGroup("/api/instruments/{id}/parties").WithTags("Participations");
        ListParties.Map(parties);
        ProposeParticipationChange.Map(parties);
    }

    private static void Configure(AggregateBuilder<Participation, ParticipationEvent> participation) =>
        participation
            .Event<PartyAcceded>("party-acceded")
            .Event<NoticeOfTerminationGiven>("party-notice-given")
            .Event<PartySuspended>("party-suspended")
            .Event<PartyResumed>("party-resumed")
            .Event<PartyWithdrew>("party-withdrew")
            .Event<CapabilitiesChanged>("party-capabilities-changed")
            .Event<ParticipationVerified>("participation-verified")
            .Event<ParticipationSet>("participation-set")
            .Event<ParticipationAnnouncedAgain>("participation-announced-again")
            .Event<ParticipationChangeProposed>("participation-change-proposed")
            .Event<ParticipationChangeApproved>("participation-change-approved")
            .Event<ParticipationChangeRejected>("participation-change-rejected")
            .Event<ParticipationChangeLapsed>("participation-change-lapsed")
            .Views(ParticipationView.Of)
            .Deadlines(state => EffectiveDates.Clocks(state.Proposals), DecideParticipationProposal.TakeEffect)
            .Announce((@event, _) => ParticipationAnnouncements.Announce(@event));
}
