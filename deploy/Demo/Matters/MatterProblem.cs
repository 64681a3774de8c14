namespace CaseCoordination.Demo.Matters;

/// <summary>One thing wrong in a matter file: where, what, and what would be right.</summary>
public sealed record MatterProblem(string File, int Line, string Field, string Wrong, string Right)
{
    public override string ToString() => $"{File}:{Line}: {Field}: {Wrong} {Right}";
}

/// <summary>Everything found wrong in one file, in the order of its lines.</summary>
public sealed class MatterProblems(string file)
{
    private readonly List<MatterProblem> _found = [];

    public bool Any => _found.Count > 0;

    public IReadOnlyList<MatterProblem> Found => [.. _found.OrderBy(p => p.Line)];

    public void Add(int line, string field, string wrong, string right) =>
        _found.Add(new MatterProblem(file, line, field, wrong, right));
}

/// <summary>What reading a file gave: the matter, or everything that is wrong with it.</summary>
public sealed record MatterReading(Matter? Matter, IReadOnlyList<MatterProblem> Problems);
