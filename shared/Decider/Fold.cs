namespace CaseCoordination.Decider;

/// <summary>Rebuilds states from events.</summary>
public static class Fold
{
    /// <summary>The state after all events, in order, from the initial state.</summary>
    public static TState Of<TState>(IEnumerable<object> events)
        where TState : IEvolve<TState>, new() => Onto(new TState(), events);

    /// <summary>The state after further events.</summary>
    public static TState Onto<TState>(TState state, IEnumerable<object> events)
        where TState : IEvolve<TState>, new()
    {
        foreach (var @event in events)
        {
            state = state.Evolve(@event);
        }

        return state;
    }
}
