namespace CaseCoordination.Decider;

/// <summary>What a rule decides over a state and a command: events to append, nothing, or a refusal.</summary>
public abstract record Decision<TEvent>
    where TEvent : class
{
    private protected Decision() { }

    public static implicit operator Decision<TEvent>(TEvent @event) => new Events<TEvent>([@event]);

    public static implicit operator Decision<TEvent>(TEvent[] events) =>
        events.Length == 0 ? new Unchanged<TEvent>() : new Events<TEvent>(events);

    public static implicit operator Decision<TEvent>(Refusal refusal) => new Refused<TEvent>(refusal);

    public static implicit operator Decision<TEvent>(NoChange _) => new Unchanged<TEvent>();
}

/// <summary>The command is accepted and these events happened, in this order.</summary>
public sealed record Events<TEvent>(IReadOnlyList<TEvent> Happened) : Decision<TEvent>
    where TEvent : class;

/// <summary>The command was carried out before, or asks for what already is.</summary>
public sealed record Unchanged<TEvent> : Decision<TEvent>
    where TEvent : class;

/// <summary>A rule forbids the command.</summary>
public sealed record Refused<TEvent>(Refusal Refusal) : Decision<TEvent>
    where TEvent : class;

/// <summary>Says that a command changes nothing; converts to any decision.</summary>
public sealed record NoChange;
