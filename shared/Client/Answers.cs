namespace CaseCoordination.Client;

/// <summary>The answer to a command: the thing's id and its version after it.</summary>
public sealed record CommandAnswer(Guid Id, long Version);

/// <summary>One page of a list; <c>Next</c> is absent on the last.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
