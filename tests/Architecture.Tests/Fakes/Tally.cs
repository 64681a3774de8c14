using CaseCoordination.Decider;

namespace CaseCoordination.Architecture.Tests.Fakes;

public abstract record TallyEvent;

public sealed record Counted(int Number) : TallyEvent;

/// <summary>Breaks the rules of events: not sealed, an event inside, and nobody gave it a stored name.</summary>
public record Renamed(Counted Nested) : TallyEvent;

internal sealed record Tally : IEvolve<Tally>
{
    public Tally Evolve(object @event) => this;
}

/// <summary>Breaks the rules of contracts: not sealed, with an interface, in no folder of owner and version.</summary>
public record LooseContract : IDisposable
{
    public void Dispose() => GC.SuppressFinalize(this);
}
