using System.Text.Json;
using CaseCoordination.Decider;

namespace CaseCoordination.Testing;

/// <summary>Past events, then a decision, then what must come of it: <c>new Given&lt;Case, CaseEvent&gt;(...).When(...).Then(...)</c>.</summary>
public sealed class Given<TState, TEvent>(params TEvent[] past)
    where TState : class, IEvolve<TState>, new()
    where TEvent : class
{
    public When<TState, TEvent> When(Func<TState, Decision<TEvent>> decide) => new(Fold.Of<TState>(past), decide);

    public TState State => Fold.Of<TState>(past);
}

public sealed class When<TState, TEvent>(TState before, Func<TState, Decision<TEvent>> decide)
    where TState : class, IEvolve<TState>, new()
    where TEvent : class
{
    /// <summary>Exactly these events, in this order, and the same command again changes nothing.</summary>
    public void Then(params TEvent[] expected)
    {
        var after = ThenOnce(expected);
        Assert.IsType<Unchanged<TEvent>>(decide(after));
    }

    /// <summary>Exactly these events, in this order; for commands whose repetition is a new cause.</summary>
    public TState ThenOnce(params TEvent[] expected)
    {
        var decision = decide(before);
        if (decision is Refused<TEvent> refused)
        {
            Assert.Fail($"Refused: {refused.Refusal.Code} {refused.Refusal.Message}");
        }

        var happened = Assert.IsType<Events<TEvent>>(decision).Happened;
        Assert.Equal(expected.Select(Stored), happened.Select(Stored));
        return Fold.Onto(before, happened);
    }

    public void ThenNothing() => Assert.IsType<Unchanged<TEvent>>(decide(before));

    public void ThenRefused(string code) =>
        Assert.Equal(code, Assert.IsType<Refused<TEvent>>(decide(before)).Refusal.Code);

    // As it would be stored: the kind of event and every value of it, lists in their order.
    private static string Stored(TEvent @event) =>
        $"{@event.GetType().Name} {JsonSerializer.Serialize(@event, @event.GetType(), JsonSerializerOptions.Web)}";
}
