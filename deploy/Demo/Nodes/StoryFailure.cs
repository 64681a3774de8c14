namespace CaseCoordination.Demo.Nodes;

/// <summary>The story cannot go on; the message says why.</summary>
internal sealed class StoryFailure(string message) : Exception(message);
