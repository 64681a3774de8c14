using CaseCoordination.Platform.Store;
using CaseCoordination.TreatyRegistry.Instruments.Domain;

namespace CaseCoordination.TreatyRegistry.Instruments;

internal static class InstrumentsModule
{
    public static EventStoreBuilder AddInstruments(this EventStoreBuilder store) =>
        store
            .Aggregate<Instrument, InstrumentEvent>("instrument", Configure)
            .Document<InstrumentView>()
            .Document<TermsView>();

    public static void MapInstruments(this IEndpointRouteBuilder app)
    {
        var instruments = app.MapGroup("/api/instruments").WithTags("Instruments");
        ListInstruments.Map(instruments);
        ShowInstrument.Map(instruments);
        ProposePublication.Map(instruments);
    }

    private static void Configure(AggregateBuilder<Instrument, InstrumentEvent> instrument) =>
        instrument
            .Event<TermsPublished>("instrument-terms-published")
            .Event<TermsAnnouncedAgain>("instrument-terms-announced-again")
            .Event<PublicationProposed>("instrument-publication-proposed")
            .Event<PublicationApproved>("instrument-publication-approved")
            .Event<PublicationRejected>("instrument-publication-rejected")
            .Views(InstrumentView.Of)
            .Announce((@event, _) => InstrumentAnnouncements.Announce(@event));
}
