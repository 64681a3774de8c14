using CaseCoordination.Platform.Store;
using CaseCoordination.TreatyRegistry.Authorities.Domain;
using CaseCoordination.TreatyRegistry.Proposals;

namespace CaseCoordination.TreatyRegistry.Authorities;

internal static class AuthoritiesModule
{
    public static EventStoreBuilder AddAuthorities(this EventStoreBuilder store) =>
        store
            .Aggregate<Authority, AuthorityEvent>("authority", Configure)
            .Document<AuthorityView>(m => m.Identity(a => a.Code));

    public static void MapAuthorities(this IEndpointRouteBuilder app)
    {
        var authorities = app.MapGroup("/api/authorities").WithTags("Authorities");
        ListAuthorities.Map(authorities);
        ShowAuthority.Map(authorities);
        ProposeAuthorityChange.Map(authorities);
    }

    private static void Configure(AggregateBuilder<Authority, AuthorityEvent> authority) =>
        authority
            .Event<AuthorityEntered>("authority-entered")
            .Event<AuthorityCorrected>("authority-corrected")
            .Event<CalendarChanged>("authority-calendar-changed")
            .Event<AuthorityAnnouncedAgain>("authority-announced-again")
            .Event<AuthorityChangeProposed>("authority-change-proposed")
            .Event<AuthorityChangeApproved>("authority-change-approved")
            .Event<AuthorityChangeRejected>("authority-change-rejected")
            .Event<AuthorityChangeLapsed>("authority-change-lapsed")
            .Views(AuthorityView.Of)
            .Deadlines(state => EffectiveDates.Clocks(state.Proposals), DecideAuthorityProposal.TakeEffect)
            .Announce((@event, _) => AuthorityAnnouncements.Announce(@event));
}
