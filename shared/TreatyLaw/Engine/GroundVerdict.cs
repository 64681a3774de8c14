namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>Says whether a named person has to decide, or a fact is needed first. It never refuses.</summary>
internal static class GroundVerdict
{
    public static Outcome? Note(AssistanceRequest request, Candidate basis, Ledger ledger)
    {
        var grounds = basis.Grounds;
        ledger.Decide(basis.Instrument, grounds.Forbidding);
        ledger.Decide(basis.Instrument, grounds.Lifted);
        grounds.Cleared.ForEach(ledger.Test);
        var pending = PendingRule.Of(basis, request);
        if (pending == PendingRule.Unstated)
        {
            ledger.Duty("named-official-decides");
            ledger.Duty("pending-rule-unstated");
        }

        if (grounds.Refusals.Count > 0)
        {
            NoteOpen(basis.Instrument, grounds.Refusals, ledger);
            NoteOpen(basis.Instrument, grounds.Postponements, ledger);
            NoteDenial(basis.Instrument, request, ledger);
            NoteUnknown(basis.Instrument, grounds, ledger, ask: false);
            return Outcome.RefusalAvailable;
        }

        if (pending == PendingRule.Unstated)
        {
            NoteUnknown(basis.Instrument, grounds, ledger, ask: false);
            return Outcome.RefusalAvailable;
        }

        if (grounds.Unknown > 0 && (grounds.UnknownRefusals.Count > 0 || grounds.Postponements.Count == 0))
        {
            NoteUnknown(basis.Instrument, grounds, ledger, ask: true);
            return Outcome.PendingFacts;
        }

        if (grounds.Postponements.Count == 0)
        {
            return null;
        }

        NoteOpen(basis.Instrument, grounds.Postponements, ledger);
        NoteUnknown(basis.Instrument, grounds, ledger, ask: false);
        return Outcome.Defer;
    }

    private static void NoteOpen(Instrument instrument, List<GroundTerm> open, Ledger ledger)
    {
        foreach (var ground in open)
        {
            ledger.Decide(instrument, ground);
            ledger.Duty("named-official-decides");
            ledger.Duty(ground.Duties);
        }
    }

    private static void NoteUnknown(Instrument instrument, GroundReport grounds, Ledger ledger, bool ask)
    {
        foreach (var ground in grounds.UnknownRefusals.Concat(grounds.UnknownPostponements))
        {
            ledger.Open(instrument, ground);
        }

        if (ask)
        {
            grounds.Ask.ForEach(ledger.Ask);
        }
    }

    private static void NoteDenial(Instrument instrument, AssistanceRequest request, Ledger ledger)
    {
        foreach (var duty in instrument.Duties)
        {
            if (duty.When.Has("denial") && duty.AppliesOn(request.At))
            {
                ledger.Decide(instrument, duty);
                ledger.Duty(duty.Do);
            }
        }
    }
}
