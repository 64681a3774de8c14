namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>Whether an instrument is about this conduct, these things, this procedure and these dates.</summary>
internal static class MatterStage
{
    /// <summary>The best answer of an instrument's matter terms, with the term that gives it.</summary>
    public static (Tri Answer, MatterTerm? Term) Check(
        AssistanceRequest request,
        RequestSubject subject,
        Membership provider,
        Membership receiver
    )
    {
        var best = (Answer: Tri.No, Term: (MatterTerm?)null);
        foreach (var term in provider.Instrument.Matters)
        {
            if (!term.AppliesOn(request.At))
            {
                continue;
            }

            var answer = Check(term, request, subject, provider, receiver);
            if (answer == Tri.Yes)
            {
                return (answer, term);
            }

            if (answer == Tri.Unknown && best.Term is null)
            {
                best = (answer, term);
            }
        }

        return best;
    }

    private static Tri Check(
        MatterTerm term,
        AssistanceRequest request,
        RequestSubject subject,
        Membership provider,
        Membership receiver
    )
    {
        var named = (term.Codes.Has(subject.Matter) || term.Codes.Has("any")) && !term.Excludes.Has(subject.Matter);
        var procedure = term.Procedures.IsEmpty || term.Procedures.Has(request.Procedure);
        var ceased = term.CoversCeasedConduct || subject.ConductTo >= request.At;
        if (!named || !procedure || !ceased || !IsOver(term, subject.Over))
        {
            return Tri.No;
        }

        if (term.TiedToConduct && !(Touches(provider, subject) && Touches(receiver, subject)))
        {
            return Tri.No;
        }

        return term.FinancialInstrument switch
        {
            Tri.Yes => subject.FinancialInstrument,
            Tri.No => subject.FinancialInstrument.Not(),
            _ => Tri.Yes,
        };
    }

    private static bool IsOver(MatterTerm term, string over) =>
        term.Over.Has(over)
        || term.Over.Has("any")
        // Crypto-derivatives are a kind of derivatives, not the other way round.
        || (over == "crypto-derivatives" && term.Over.Has("derivatives"));

    private static bool Touches(Membership membership, RequestSubject subject) =>
        subject.ConductTo >= membership.From && !(membership.End is { } end && subject.ConductFrom >= end);
}
