using System.Collections.Frozen;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Deadlines;
using CaseCoordination.Platform.Messaging;

namespace CaseCoordination.Platform.Store;

/// <summary>Registers one aggregate: its stored event names, what is kept beside its events, and what it tells others.</summary>
public sealed class AggregateBuilder<TState, TEvent>
    where TState : class, IEvolve<TState>, new()
    where TEvent : class
{
    private readonly Dictionary<Type, string> _events = [];
    private Func<TState, StreamFacts, IEnumerable<object>> _views = (_, _) => [];
    private Func<TState, IEnumerable<OpenDeadline>> _deadlines = _ => [];
    private Func<TState, PassedDeadline, DateTimeOffset, Decision<TEvent>> _pass = (_, _, _) => new NoChange();
    private Func<AnnouncedEvent, IEnumerable<Announcement>> _announce = _ => [];

    /// <summary>Gives an event its stored name, which never changes.</summary>
    public AggregateBuilder<TState, TEvent> Event<T>(string storedName)
        where T : TEvent
    {
        _events.Add(typeof(T), storedName);
        return this;
    }

    /// <summary>Documents that mirror the state, stored in the transaction of the events.</summary>
    public AggregateBuilder<TState, TEvent> Views(Func<TState, StreamFacts, IEnumerable<object>> views)
    {
        _views = views;
        return this;
    }

    /// <summary>The clocks that run in a state, and the decision when one passes.</summary>
    public AggregateBuilder<TState, TEvent> Deadlines(
        Func<TState, IEnumerable<OpenDeadline>> open,
        Func<TState, PassedDeadline, DateTimeOffset, Decision<TEvent>> pass
    )
    {
        (_deadlines, _pass) = (open, pass);
        return this;
    }

    /// <summary>Event and authority to contracts: pure, the same for ever; nothing keeps the event private.</summary>
    public AggregateBuilder<TState, TEvent> Announce(Func<object, string, IEnumerable<Announcement>> announce) =>
        Announce(announced => announce(announced.Event, announced.Authority));

    /// <summary>The same for contracts that say which stream they are about, or which of its changes came first.</summary>
    public AggregateBuilder<TState, TEvent> Announce(Func<AnnouncedEvent, IEnumerable<Announcement>> announce)
    {
        _announce = announce;
        return this;
    }

    internal Aggregate Build(string name) =>
        new(
            name,
            typeof(TState),
            typeof(TEvent),
            _events.ToFrozenDictionary(),
            (state, facts) => _views((TState)state, facts),
            state => _deadlines((TState)state),
            (session, passed, now, ct) =>
                session.DecideAsync<TState, TEvent>(passed.StreamId, state => _pass(state, passed, now), ct),
            _announce,
            events => Fold.Of<TState>(events)
        );
}

/// <summary>A registered aggregate with its types erased, as Platform uses it.</summary>
internal sealed record Aggregate(
    string Name,
    Type State,
    Type Event,
    FrozenDictionary<Type, string> Events,
    Func<object, StreamFacts, IEnumerable<object>> Views,
    Func<object, IEnumerable<OpenDeadline>> Deadlines,
    Func<AuthoritySession, PassedDeadline, DateTimeOffset, CancellationToken, Task> Pass,
    Func<AnnouncedEvent, IEnumerable<Announcement>> Announce,
    Func<IEnumerable<object>, object> Fold
);
