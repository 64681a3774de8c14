using CaseCoordination.Decider;

namespace CaseCoordination.Platform.Store;

/// <summary>What became of a command: the stream, its version and state afterwards, and the refusal if there was one.</summary>
public sealed record Outcome<TState>(Guid Id, long Version, TState State)
{
    public Refusal? Refusal { get; init; }

    /// <summary>True when events were appended.</summary>
    public bool Changed { get; init; }

    /// <summary>True when the caller named a version that is no longer the current one.</summary>
    public bool IsStale { get; init; }
}
