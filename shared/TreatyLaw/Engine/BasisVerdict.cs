namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>Says what follows under the basis that was chosen, stage by stage.</summary>
internal static class BasisVerdict
{
    public static Decision Give(AssistanceRequest request, List<Candidate> candidates, Candidate basis, Ledger ledger)
    {
        CiteWhatCarries(basis, ledger);
        var outcome = Outcome.Grant;
        var step = HelpVerdict.Note(request, basis, ledger);
        if (step == Outcome.PendingFacts)
        {
            outcome = step;
        }
        else
        {
            outcome =
                CheckContent(request, basis, ledger)
                ?? GroundVerdict.Note(request, basis, ledger)
                ?? CheckReveal(request, basis, ledger, step);
        }

        foreach (var due in basis.Deadlines)
        {
            ledger.Due(due.Deadline);
            ledger.Decide(basis.Instrument, due.Term);
            if (due.IsOpen)
            {
                ledger.Open(basis.Instrument, due.Term);
                ledger.Ask(due.Term.If!);
            }
        }

        GivenVerdict.Note(request, basis, outcome, ledger);
        NoteBasis(request, basis, ledger);
        Rejections.Note(request, candidates, basis, ledger);
        return ledger.Close(outcome, basis.Instrument.Id);
    }

    private static void CiteWhatCarries(Candidate basis, Ledger ledger)
    {
        ledger.Decide(basis.Instrument, basis.Provider.Terms);
        ledger.Decide(basis.Instrument, basis.Receiver.Terms);
        if (basis.Provider.EndOnRecord || basis.Receiver.EndOnRecord)
        {
            ledger.Decide(basis.Instrument, basis.Instrument.Lifecycle);
        }

        ledger.Decide(basis.Instrument, basis.Matter!);
    }

    private static Outcome? CheckContent(AssistanceRequest request, Candidate basis, Ledger ledger)
    {
        if (request.Trigger != "request")
        {
            return null;
        }

        var content = ContentStage.Check(basis.Instrument, request);
        if (content.Oral is { } oral)
        {
            ledger.Decide(basis.Instrument, oral);
            if (oral.ConfirmUnless is not { } waived || request.Facts[waived] != Tri.Yes)
            {
                ledger.Duty(oral.Duties);
            }
        }

        if (content.IsComplete)
        {
            return null;
        }

        foreach (var term in content.Lacking)
        {
            ledger.Decide(basis.Instrument, term);
            ledger.Duty(term.OnMissing);
        }

        if (content.WrongForm)
        {
            ledger.Duty("confirm-in-writing");
        }

        content.Missing.ForEach(ledger.Ask);
        return Outcome.Incomplete;
    }

    private static Outcome CheckReveal(AssistanceRequest request, Candidate basis, Ledger ledger, Outcome step)
    {
        if (request.Trigger != "request")
        {
            return step;
        }

        var (result, term, ask) = RevealStage.Check(basis.Instrument, request.Facts, request.At);
        switch (result)
        {
            case Reveal.Free:
                if (term is not null)
                {
                    ledger.Test(term);
                }

                return step;
            case Reveal.Open:
                ledger.Open(basis.Instrument, term!);
                ledger.Ask(ask!);
                return Outcome.PendingFacts;
            case Reveal.Blocked:
                ledger.Decide(basis.Instrument, term!);
                ledger.Duty(RevealStage.Duties(term!, request.Facts));
                ledger.Duty("do-not-act");
                return Outcome.Blocked;
            case Reveal.Condition:
                ledger.Decide(basis.Instrument, term!);
                ledger.Duty(RevealStage.Duties(term!, request.Facts));
                return step == Outcome.Grant ? Outcome.GrantWithConditions : step;
            default:
                ledger.Decide(basis.Instrument, term!);
                return step;
        }
    }

    private static void NoteBasis(AssistanceRequest request, Candidate basis, Ledger ledger)
    {
        if (request.Invoked is { } named && named != basis.Instrument.Id)
        {
            ledger.Duty("confirm-basis-change");
        }

        if (request.Pinned)
        {
            ledger.Duty("note-pinned-basis");
        }
    }
}
