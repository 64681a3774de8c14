namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>Notes what the chosen basis gives, and whether that is all, all on a condition, or part.</summary>
internal static class HelpVerdict
{
    public static Outcome Note(AssistanceRequest request, Candidate basis, Ledger ledger)
    {
        var open = false;
        var condition = false;
        foreach (var kind in basis.Help)
        {
            if (kind.Term is not { } term)
            {
                continue;
            }

            if (kind.Help == Help.Open)
            {
                open = true;
                ledger.Open(basis.Instrument, term);
                foreach (var fact in AssistanceStage.Questions(term, request.Facts))
                {
                    ledger.Ask(fact);
                }
            }
            else
            {
                ledger.Decide(basis.Instrument, term);
                condition |= kind.Help == Help.Yes && term.HasDomesticStep;
            }
        }

        return open ? Outcome.PendingFacts
            : !basis.GivesAll ? Outcome.Partial
            : condition ? Outcome.GrantWithConditions
            : Outcome.Grant;
    }
}

/// <summary>Notes what is given in the end, and the duties that come with giving.</summary>
internal static class GivenVerdict
{
    public static void Note(AssistanceRequest request, Candidate basis, Outcome outcome, Ledger ledger)
    {
        var untouched = outcome is Outcome.RefusalAvailable && PendingRule.Of(basis, request) is null;
        var step = false;
        foreach (var kind in basis.Help)
        {
            var given = Given(kind);
            if (given is not null && (outcome.Permits() || (untouched && !IsTouched(basis, given))))
            {
                ledger.Give(given);
                step |= kind.Help == Help.Yes && kind.Term!.HasDomesticStep;
                if (kind.Help != Help.Yes)
                {
                    ledger.Withhold(kind.Kind);
                }
            }
            else
            {
                ledger.Withhold(kind.Kind);
            }
        }

        if (ledger.HasGiven)
        {
            ledger.Duty("attach-handling");
        }

        if (step)
        {
            ledger.Duty("record-domestic-step");
        }
    }

    private static bool IsTouched(Candidate basis, string kind) => basis.Grounds.Touched.Contains(kind);

    private static string? Given(KindHelp kind) =>
        kind.Help switch
        {
            Help.Yes => kind.Kind,
            Help.Fallback => kind.Term!.Fallback,
            _ => null,
        };
}
