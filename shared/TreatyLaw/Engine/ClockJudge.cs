namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>Computes deadlines and nothing else.</summary>
internal static class ClockJudge
{
    public static Decision Judge(LawBook book, ClockQuestion question)
    {
        var ledger = new Ledger();
        if (
            book.Instrument(question.Instrument) is not { } instrument
            || book.Authority(question.Acting) is not { } acting
        )
        {
            return ledger.Close(Outcome.None, "none");
        }

        var events = question.Events;
        // An urgent or written request is a request, and starts its clocks too where nothing else is said.
        if (!events.Any(e => e.Event == "request-received"))
        {
            var first = events
                .Where(e => e.Event is "urgent-request-received" or "written-request-received")
                .MinBy(e => e.At);
            events = first is null ? events : events.Add(first with { Event = "request-received" });
        }

        foreach (var due in DeadlineStage.Check(instrument, acting, events, question.Facts, null))
        {
            if (question.Compute.IsEmpty || question.Compute.Has(due.Deadline.Do))
            {
                ledger.Due(due.Deadline);
                ledger.Decide(instrument, due.Term);
            }
        }

        if (!ledger.HasCitations)
        {
            ledger.Decide(instrument, instrument.Deadlines);
        }

        if (!ledger.HasCitations)
        {
            ledger.Decide(instrument, PartyStage.Members(instrument));
        }

        return ledger.Close(Outcome.None, instrument.Id);
    }
}
