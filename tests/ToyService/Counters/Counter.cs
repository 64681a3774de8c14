using System.Diagnostics;
using CaseCoordination.Decider;

namespace CaseCoordination.ToyService.Counters;

/// <summary>Everything that can happen to a counter.</summary>
public abstract record CounterEvent(Guid CounterId);

/// <summary>A counter was set up.</summary>
public sealed record CounterStarted(
    Guid CounterId,
    string Owner,
    string Note,
    string Hearer,
    int Limit,
    DateTimeOffset? RingsAt
) : CounterEvent(CounterId);

/// <summary>It went up by one.</summary>
public sealed record Counted(Guid CounterId, string Owner, string Hearer, int Number) : CounterEvent(CounterId);

/// <summary>Its note was rewritten.</summary>
public sealed record NoteRewritten(Guid CounterId, string Note) : CounterEvent(CounterId);

/// <summary>Its bell is about to ring.</summary>
public sealed record BellAnnounced(Guid CounterId) : CounterEvent(CounterId);

/// <summary>Its bell rang.</summary>
public sealed record BellRang(Guid CounterId) : CounterEvent(CounterId);

/// <summary>Counts up to a limit.</summary>
public sealed record Counter : IEvolve<Counter>
{
    public Guid Id { get; init; }
    public string Owner { get; init; } = "";
    public string Note { get; init; } = "";
    public string Hearer { get; init; } = "";
    public int Limit { get; init; }
    public int Count { get; init; }
    public DateTimeOffset? RingsAt { get; init; }
    public bool IsAnnounced { get; init; }
    public bool HasRung { get; init; }

    public bool IsStarted => Owner.Length > 0;

    public Counter Evolve(object @event) =>
        @event switch
        {
            CounterStarted e => this with
            {
                Id = e.CounterId,
                Owner = e.Owner,
                Note = e.Note,
                Hearer = e.Hearer,
                Limit = e.Limit,
                RingsAt = e.RingsAt,
            },
            Counted e => this with { Count = e.Number },
            NoteRewritten e => this with { Note = e.Note },
            BellAnnounced => this with { IsAnnounced = true },
            BellRang => this with { HasRung = true },
            _ => throw new UnreachableException($"{@event.GetType().Name} is not an event of a counter."),
        };
}

/// <summary>A counter as its owner sees it.</summary>
public sealed record CounterView
{
    public required Guid Id { get; init; }
    public required string Note { get; init; }
    public required int Count { get; init; }
    public required bool HasRung { get; init; }
    public required long Version { get; init; }
}
