namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>How far one kind of assistance can be given.</summary>
internal enum Help
{
    Not,
    Fallback,
    Open,
    Yes,
}

/// <summary>What an instrument gives of one kind that was asked for, and by which term.</summary>
internal sealed record KindHelp(string Kind, Help Help, AssistanceTerm? Term);

/// <summary>What an instrument gives of everything that was asked for.</summary>
internal static class AssistanceStage
{
    public static KindHelp[] Check(AssistanceRequest request, Membership provider)
    {
        var all = new KindHelp[request.Kinds.Length];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = Check(request, provider, request.Kinds[i]);
        }

        return all;
    }

    /// <summary>The facts that would settle the domestic steps of a term.</summary>
    public static IEnumerable<string> Questions(AssistanceTerm term, Facts facts)
    {
        foreach (var step in term.SubjectTo)
        {
            if (FactFor(step) is { } fact && facts[fact] == Tri.Unknown)
            {
                yield return fact;
            }
        }
    }

    private static KindHelp Check(AssistanceRequest request, Membership provider, string kind)
    {
        var best = new KindHelp(kind, Help.Not, null);
        foreach (var term in provider.Instrument.Assistance)
        {
            if (
                string.Equals(term.Trigger, request.Trigger, StringComparison.Ordinal)
                && term.AppliesOn(request.At)
                && provider.Instrument.Covers(term.Give, kind)
            )
            {
                var help = Check(term, request.Facts, provider, kind);
                if (best.Term is null || help > best.Help || (help == best.Help && term.Rank < best.Term.Rank))
                {
                    best = new KindHelp(kind, help, term);
                }
            }
        }

        return best;
    }

    private static Help Check(AssistanceTerm term, Facts facts, Membership provider, string kind)
    {
        var otherwise = term.Fallback is null ? Help.Not : Help.Fallback;
        if (term.Needs is { } need && !provider.Can(need, kind))
        {
            return otherwise;
        }

        var steps = Tri.Yes;
        foreach (var step in term.SubjectTo)
        {
            if (FactFor(step) is { } fact)
            {
                steps = steps.And(facts[fact]);
            }
        }

        return steps switch
        {
            Tri.Yes => Help.Yes,
            Tri.No => otherwise,
            _ => Help.Open,
        };
    }

    private static string? FactFor(string step) =>
        step switch
        {
            "court" => "court-order-available",
            "telecom-law" => "national-law-allows-telecom-access",
            _ => null,
        };
}
