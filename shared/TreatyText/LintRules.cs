namespace CaseCoordination.TreatyText;

/// <summary>The linter's rules on the terms of one instrument.</summary>
internal static class LintRules
{
    public static IEnumerable<LawProblem> Check(Instrument instrument, LawBook book) =>
        Citations(instrument)
            .Concat(Matters(instrument))
            .Concat(Assistance(instrument, book))
            .Concat(Grounds(instrument))
            .Concat(Deadlines(instrument))
            .Concat(HandlingLint.Check(instrument))
            .Concat(PartyLint.Check(instrument, book));

    internal static LawProblem Finding(Term term, string message, string hint) =>
        new(term.Source.Place, term.Id, message, hint);

    /// <summary>A range or a list is no citation: it cannot be looked up.</summary>
    private static IEnumerable<LawProblem> Citations(Instrument instrument) =>
        from term in instrument.Terms
        from cite in term.Cites
        where
            cite.Trim().Length == 0
            || cite.Contains("Arts", StringComparison.Ordinal)
            || cite.Contains(" to ", StringComparison.Ordinal)
        select Finding(term, $"'{cite}' is not one article or paragraph", "cite each article by itself");

    private static IEnumerable<LawProblem> Matters(Instrument instrument)
    {
        foreach (var term in instrument.Matters)
        {
            if (term.Codes.All(code => term.Excludes.Contains(code, StringComparer.Ordinal)))
            {
                yield return Finding(
                    term,
                    "it excludes everything that it names, so it never applies",
                    "drop one of both"
                );
            }
        }

        if (instrument.Matters.IsEmpty && !instrument.Assistance.IsEmpty)
        {
            yield return Finding(
                instrument.Assistance[0],
                "no term says what the instrument is about",
                "add a term of kind matter"
            );
        }
    }

    private static IEnumerable<LawProblem> Assistance(Instrument instrument, LawBook book)
    {
        var perSignatory = instrument.Parties.Any(party => party.Status == "full" && party.Capabilities.IsEmpty);
        var known = instrument
            .Parties.SelectMany(party => party.Capabilities)
            .Concat(book.Participations.Where(p => p.Instrument == instrument.Id).SelectMany(p => p.Capabilities ?? []))
            .Select(capability => capability.Split(':')[0])
            .ToHashSet(StringComparer.Ordinal);
        foreach (var term in instrument.Assistance)
        {
            if (term.Needs is { } need && !perSignatory && !known.Contains(need))
            {
                yield return Finding(
                    term,
                    $"nobody can have the capability '{need}' that it needs",
                    "name it in a party term"
                );
            }

            if (term.Fallback is { } fallback && term.Needs is null && term.SubjectTo.IsEmpty)
            {
                yield return Finding(
                    term,
                    $"'{fallback}' is never given, because nothing stands in the way",
                    "drop the fallback"
                );
            }
        }
    }

    private static IEnumerable<LawProblem> Grounds(Instrument instrument)
    {
        foreach (var ground in instrument.Grounds)
        {
            if (!ground.For.IsEmpty && ground.For.All(kind => ground.NotFor.Contains(kind, StringComparer.Ordinal)))
            {
                yield return Finding(
                    ground,
                    "it is for nothing that it does not exclude",
                    "drop 'notFor' or widen 'for'"
                );
            }
            else if (!ground.For.IsEmpty && !ground.For.Any(kind => IsGiven(instrument, kind)))
            {
                yield return Finding(
                    ground,
                    "nothing that it is for is ever given, so it never applies",
                    "check 'for'"
                );
            }

            foreach (var bar in instrument.Grounds.Where(other => Contradicts(ground, other)))
            {
                yield return Finding(
                    ground,
                    $"'{bar.Id}' forbids what it permits, on the same fact",
                    "narrow one of both with 'for'"
                );
            }
        }
    }

    private static bool Contradicts(GroundTerm ground, GroundTerm bar) =>
        ground.Effect != GroundEffect.ForbidsRefusal
        && bar.Effect == GroundEffect.ForbidsRefusal
        && ground.When.Facts.All(fact => bar.When.Facts.Contains(fact, StringComparer.Ordinal))
        && (bar.For.IsEmpty || bar.For.Any(kind => !ground.NotFor.Contains(kind, StringComparer.Ordinal)));

    private static IEnumerable<LawProblem> Deadlines(Instrument instrument)
    {
        foreach (var term in instrument.Deadlines)
        {
            if (!term.For.IsEmpty && !term.For.Any(kind => IsGiven(instrument, kind)))
            {
                yield return Finding(
                    term,
                    "nothing that it is for is ever given, so its clock never starts",
                    "check 'for'"
                );
            }

            if (term.Replaces is { } replaced && instrument.Find(replaced) is DeadlineTerm other && other.Do != term.Do)
            {
                yield return Finding(
                    term,
                    $"it replaces a deadline to {other.Do} with one to {term.Do}",
                    "replace like with like"
                );
            }

            if (term.Within is not null && instrument.Calendar == CalendarRule.None)
            {
                yield return Finding(term, "the instrument counts no time", "give it a calendar");
            }
        }
    }

    private static bool IsGiven(Instrument instrument, string kind) =>
        (kind is "coordination.take-part" or "union-dimension" && !instrument.Coordination.IsEmpty)
        || instrument.Assistance.Any(term =>
            term.Give.Contains(kind, StringComparer.Ordinal)
            || (kind == "info.any" && term.Give.Any(given => given.StartsWith("info.", StringComparison.Ordinal)))
            || (
                kind.StartsWith("info.", StringComparison.Ordinal)
                && term.Give.Contains("info.any", StringComparer.Ordinal)
            )
        );
}
