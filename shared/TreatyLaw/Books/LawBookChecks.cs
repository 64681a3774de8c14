using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>What must hold between instruments, participations and authorities.</summary>
internal static class LawBookChecks
{
    public static ImmutableArray<LawProblem> Check(
        ImmutableArray<Instrument> instruments,
        ImmutableArray<Participation> participations,
        ImmutableArray<AuthorityProfile> authorities
    )
    {
        var problems = new List<LawProblem>();
        var known = Unique(instruments.Select(i => (i.Id, i.Source.Place)), "instrument", problems);
        var codes = Unique(authorities.Select(a => (a.Code, LawPlace.Nowhere)), "authority", problems);
        _ = Unique(
            participations.Select(p => ($"{p.Authority} in {p.Instrument}", LawPlace.Nowhere)),
            "participation",
            problems
        );
        foreach (var participation in participations)
        {
            Check(participation, known, codes, problems);
        }

        CheckPrecedence(instruments, problems);
        return [.. problems];
    }

    /// <summary>The authorities that instruments name as their only parties but that nobody registered.</summary>
    public static ImmutableArray<LawProblem> Strangers(
        ImmutableArray<Instrument> instruments,
        ImmutableArray<AuthorityProfile> authorities
    )
    {
        var codes = authorities.Select(authority => authority.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from instrument in instruments
            from party in instrument.Parties
            from code in party.Authorities
            where !codes.Contains(code)
            select Stranger(party.Source.Place, party.Id, code, codes),
        ];
    }

    private static void Check(
        Participation participation,
        HashSet<string> instruments,
        HashSet<string> authorities,
        List<LawProblem> problems
    )
    {
        if (!authorities.Contains(participation.Authority))
        {
            problems.Add(Stranger(LawPlace.Nowhere, participation.Instrument, participation.Authority, authorities));
        }

        if (!instruments.Contains(participation.Instrument))
        {
            var near = Spelling.Nearest(participation.Instrument, instruments);
            problems.Add(
                new LawProblem(
                    LawPlace.Nowhere,
                    participation.Authority,
                    $"takes part in '{participation.Instrument}', which no text defines",
                    near is null ? "load the instrument first" : $"did you mean '{near}'?"
                )
            );
        }

        if (participation.To <= participation.From)
        {
            problems.Add(
                new LawProblem(
                    LawPlace.Nowhere,
                    participation.Authority,
                    $"its part in '{participation.Instrument}' ends before it begins",
                    "'to' is the first day out"
                )
            );
        }
    }

    /// <summary>If A is preferred over B, B must not be preferred over A by any way round.</summary>
    private static void CheckPrecedence(ImmutableArray<Instrument> instruments, List<LawProblem> problems)
    {
        var over = instruments.ToLookup(
            i => i.Id,
            i => i.Lifecycle.Select(term => term.PreferOver).OfType<string>(),
            StringComparer.Ordinal
        );
        foreach (var instrument in instruments)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<string>(over[instrument.Id].SelectMany(ids => ids));
            while (open.TryPop(out var next))
            {
                if (string.Equals(next, instrument.Id, StringComparison.Ordinal))
                {
                    var term = instrument.Lifecycle.First(t => t.PreferOver is not null);
                    problems.Add(
                        new LawProblem(
                            term.Source.Place,
                            term.Id,
                            $"the precedence of '{instrument.Id}' runs in a circle",
                            "one of the instruments must not be preferred"
                        )
                    );
                    break;
                }

                if (seen.Add(next))
                {
                    foreach (var further in over[next].SelectMany(ids => ids))
                    {
                        open.Push(further);
                    }
                }
            }
        }
    }

    private static HashSet<string> Unique(
        IEnumerable<(string Id, LawPlace Place)> ids,
        string what,
        List<LawProblem> problems
    )
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, place) in ids)
        {
            if (!known.Add(id))
            {
                problems.Add(new LawProblem(place, null, $"{what} '{id}' is there twice", "keep one of them"));
            }
        }

        return known;
    }

    private static LawProblem Stranger(LawPlace place, string term, string code, HashSet<string> known)
    {
        var near = Spelling.Nearest(code, known);
        return new LawProblem(
            place,
            term,
            $"the authority '{code}' is not registered",
            near is null ? "register it first" : $"did you mean '{near}'?"
        );
    }
}
