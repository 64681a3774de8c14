using System.Collections.Concurrent;

namespace CaseCoordination.SystemTests.Harness;

/// <summary>A command that a service answered with success, and the event that must stand for it exactly once.</summary>
internal sealed record Acknowledged(
    string Authority,
    Guid Case,
    string Event,
    string? Property = null,
    string? Value = null
);

/// <summary>Who was invited into which case.</summary>
internal sealed record Filed(Guid Case, string Lead, IReadOnlyList<string> Invited);

/// <summary>What callers were told, to be held against what is stored.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentQueue<Acknowledged> _acknowledged = new();
    private readonly ConcurrentQueue<Filed> _filed = new();
    private readonly ConcurrentQueue<string> _problems = new();

    public IReadOnlyCollection<Acknowledged> Acknowledged => _acknowledged;

    public IReadOnlyCollection<Filed> Filed => _filed;

    /// <summary>Answers of 500 and above: status, media type and code.</summary>
    public IReadOnlyCollection<string> Problems => _problems;

    /// <summary>A text that no other scenario's cases carry.</summary>
    public string Mark { get; } = $"mark{Guid.CreateVersion7():N}";

    public void Acknowledge(Acknowledged command) => _acknowledged.Enqueue(command);

    public void File(Filed filed) => _filed.Enqueue(filed);

    public void AddProblem(string problem) => _problems.Enqueue(problem);
}
