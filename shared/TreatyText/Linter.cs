using System.Collections.Immutable;

namespace CaseCoordination.TreatyText;

/// <summary>Finds terms that can never apply, contradictions, and citations that say nothing.</summary>
public static class Linter
{
    public static ImmutableArray<LawProblem> Lint(LawBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return [.. book.Instruments.SelectMany(instrument => LintRules.Check(instrument, book))];
    }
}
