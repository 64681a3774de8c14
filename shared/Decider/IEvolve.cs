namespace CaseCoordination.Decider;

/// <summary>A state that is the fold of its events; the initial state is the parameterless one.</summary>
public interface IEvolve<TSelf>
    where TSelf : IEvolve<TSelf>, new()
{
    /// <summary>The state after one more event; checks nothing and calls nothing.</summary>
    TSelf Evolve(object @event);
}
