using System.Collections.Immutable;

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
internal readonly record struct KindHelp(string Kind, Help Help, AssistanceTerm? Term);

/// <summary>What an instrument gives of everything that was asked for.</summary>
internal static class AssistanceStage
{
    public static KindHelp[] Check(Inquiry inquiry, Giving giving, Membership provider)
    {
        var all = new KindHelp[inquiry.Asked.Length];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = Check(inquiry.Request, provider, inquiry.Asked[i].Word, giving.Of(inquiry.Asked[i]));
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

    private static KindHelp Check(
        AssistanceRequest request,
        Membership provider,
        string kind,
        ImmutableArray<AssistanceTerm> covering
    )
    {
        var best = new KindHelp(kind, Help.Not, null);
        foreach (var term in covering)
        {
            if (term.AppliesOn(request.At))
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
