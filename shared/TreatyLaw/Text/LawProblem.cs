using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>Something wrong in a law text: where, in which term, and what would be right.</summary>
public sealed record LawProblem(LawPlace Place, string? Term, string Message, string Hint)
{
    public override string ToString()
    {
        var place = Place.ToString();
        var where = place.Length == 0 ? "" : place + ": ";
        var term = Term is null ? "" : $"{Term}: ";
        return Hint.Length == 0 ? $"{where}{term}{Message}" : $"{where}{term}{Message}; {Hint}";
    }
}

/// <summary>A law text could not be read; nothing of it was loaded.</summary>
public sealed class LawTextException : Exception
{
    public LawTextException() { }

    public LawTextException(string message)
        : base(message) { }

    public LawTextException(string message, Exception innerException)
        : base(message, innerException) { }

    public LawTextException(ImmutableArray<LawProblem> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    public ImmutableArray<LawProblem> Problems { get; } = [];
}
