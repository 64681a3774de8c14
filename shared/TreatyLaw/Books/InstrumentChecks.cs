using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>What must hold between the terms of one instrument.</summary>
internal static class InstrumentChecks
{
    public static void Check(LawMap map, ImmutableArray<Term> terms, IList<LawProblem> problems)
    {
        var byId = new Dictionary<string, Term>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            if (!byId.TryAdd(term.Id, term))
            {
                var first = byId[term.Id].Source.Place;
                Report(
                    problems,
                    term,
                    "this id is already taken",
                    $"the first use is at {first}; give each term its own id"
                );
            }
        }

        CheckReplaced(terms, byId, problems);
        CheckSurvivors(terms, byId, problems);
        if (!terms.OfType<PartyTerm>().Any() && terms.Length > 0)
        {
            problems.Add(new LawProblem(map.Place, null, "no term says who is bound", "add a term of kind party"));
        }
    }

    private static void CheckReplaced(
        ImmutableArray<Term> terms,
        Dictionary<string, Term> byId,
        IList<LawProblem> problems
    )
    {
        foreach (var term in terms.OfType<DeadlineTerm>())
        {
            if (term.Replaces is not { } replaced)
            {
                continue;
            }

            if (!byId.TryGetValue(replaced, out var other) || other is not DeadlineTerm)
            {
                Report(
                    problems,
                    term,
                    $"it replaces '{replaced}', which is no deadline here",
                    "name a deadline of this instrument"
                );
            }
            else if (IsOnItsOwnPath(term, byId))
            {
                Report(
                    problems,
                    term,
                    "it replaces itself in a circle",
                    "one of the deadlines must not replace another"
                );
            }
        }
    }

    private static bool IsOnItsOwnPath(DeadlineTerm start, Dictionary<string, Term> byId)
    {
        var current = start.Replaces;
        for (var steps = byId.Count; current is not null && steps >= 0; steps--)
        {
            if (string.Equals(current, start.Id, StringComparison.Ordinal))
            {
                return true;
            }

            current = (byId.GetValueOrDefault(current) as DeadlineTerm)?.Replaces;
        }

        return false;
    }

    private static void CheckSurvivors(
        ImmutableArray<Term> terms,
        Dictionary<string, Term> byId,
        IList<LawProblem> problems
    )
    {
        foreach (var term in terms.OfType<LifecycleTerm>())
        {
            foreach (var survivor in term.Survives)
            {
                if (!byId.ContainsKey(survivor))
                {
                    var near = Spelling.Nearest(survivor, byId.Keys);
                    var hint = near is null ? "name a term of this instrument" : $"did you mean '{near}'?";
                    Report(problems, term, $"'{survivor}' is said to survive but is no term here", hint);
                }
            }
        }
    }

    private static void Report(IList<LawProblem> problems, Term term, string message, string hint) =>
        problems.Add(new LawProblem(term.Source.Place, term.Id, message, hint));
}
