using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.ToyService.Counters;

/// <summary>Registers counters with store and bus.</summary>
internal static class CountersModule
{
    public static EventStoreBuilder AddCounters(this EventStoreBuilder store) =>
        store
            .Aggregate<Counter, CounterEvent>(
                "counter",
                counter =>
                    counter
                        .Event<CounterStarted>("counter-started")
                        .Event<Counted>("counted")
                        .Event<NoteRewritten>("note-rewritten")
                        .Event<BellAnnounced>("bell-announced")
                        .Event<BellRang>("bell-rang")
                        .Views(
                            (state, facts) =>
                                [
                                    new CounterView
                                    {
                                        Id = facts.Id,
                                        Note = state.Note,
                                        Count = state.Count,
                                        HasRung = state.HasRung,
                                        Version = facts.Version,
                                    },
                                ]
                        )
                        .Deadlines(CounterRules.Open, CounterRules.Pass)
                        .Announce(CounterRules.Announce)
            )
            .Document<CounterView>();

    public static MessagingBuilder AddCounters(this MessagingBuilder bus) =>
        bus.Consume<CountMessages, LetterRetrieved>("counts")
            .ConsumeForEveryone<HearEveryone, AuthorityRegistered>("everyone");
}
