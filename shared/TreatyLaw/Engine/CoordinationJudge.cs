namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>Judges a step in a coordinated action.</summary>
internal sealed class CoordinationJudge
{
    private readonly LawBook book;
    private readonly CoordinationStep step;
    private readonly Instrument instrument;
    private readonly Ledger ledger = new();

    private CoordinationJudge(LawBook book, CoordinationStep step, Instrument instrument) =>
        (this.book, this.step, this.instrument) = (book, step, instrument);

    public static Decision Judge(LawBook book, CoordinationStep step) =>
        book.Instrument(step.Instrument) is { } instrument
            ? new CoordinationJudge(book, step, instrument).Judge()
            : new Ledger().Close(Outcome.NoBasis, "none");

    private Decision Judge()
    {
        var membership = book.MembershipOf(step.Authority, instrument.Id);
        var failed = membership is null
            ? PartyStage.Members(instrument)
            : PartyStage.Failure(membership, "coordinate", step.At);
        if (failed is not null)
        {
            return NoBasis(failed);
        }

        ledger.Decide(instrument, membership!.Terms);
        return step.Does switch
        {
            "decline" => Decline(),
            "designate-coordinator" => Designate(),
            "becomes-concerned" => Join(),
            _ => AskMeasure(),
        };
    }

    private Decision Decline()
    {
        var jurisdiction = book.Authority(step.Authority)!.Jurisdiction;
        var facts = new FactCheck(new KnownFacts(step.Facts), jurisdiction, null, step.AlertAt);
        var grounds = GroundStage.Check(instrument, facts, step.At, "administrative", [GroundStage.Coordination]);
        if (grounds.Refusals.Count > 0)
        {
            foreach (var ground in grounds.Refusals)
            {
                ledger.Decide(instrument, ground);
                ledger.Duty(ground.Duties);
            }

            Note(instrument.Duties.Where(duty => duty.When.Has("decline") && duty.AppliesOn(step.At)), duty => duty.Do);
            Note(Rules(rule => !rule.Simultaneous.IsEmpty || rule.Hear is not null || rule.Publish is not null));
            return ledger.Close(Outcome.Grant, instrument.Id);
        }

        if (grounds.UnknownRefusals.Count > 0)
        {
            grounds.UnknownRefusals.ForEach(ground => ledger.Open(instrument, ground));
            grounds.Ask.ForEach(ledger.Ask);
            return ledger.Close(Outcome.PendingFacts, instrument.Id);
        }

        ledger.Decide(instrument, grounds.Cleared);
        ledger.Decide(instrument, grounds.Lifted);
        Note(Rules(rule => rule.Join is not null));
        return ledger.Close(Outcome.Blocked, instrument.Id);
    }

    private Decision Designate()
    {
        var special = Rules(rule => rule.Coordinator == "Commission").ToList();
        if (special.Count > 0)
        {
            Note(special);
            return ledger.Close(Outcome.Grant, instrument.Id);
        }

        var rules = Rules(rule => rule.Coordinator is not null).ToList();
        if (rules.Count == 0)
        {
            return NoBasis([.. instrument.Coordination]);
        }

        switch (step.Facts["coordinator-agreed"])
        {
            case Tri.Yes:
                ledger.Decide(instrument, rules);
                return ledger.Close(Outcome.Grant, instrument.Id);
            case Tri.No:
                Note(rules);
                return ledger.Close(Outcome.Grant, instrument.Id);
            default:
                rules.ForEach(rule => ledger.Open(instrument, rule));
                ledger.Ask("coordinator-agreed");
                return ledger.Close(Outcome.PendingFacts, instrument.Id);
        }
    }

    private Decision Join()
    {
        var rules = Rules(rule => rule.Join is not null).ToList();
        if (rules.Count == 0)
        {
            return NoBasis([.. instrument.Coordination]);
        }

        Note(rules);
        return ledger.Close(Outcome.Grant, instrument.Id);
    }

    private Decision AskMeasure()
    {
        var powers = instrument
            .Assistance.Where(term => term.Trigger == "coordination" && term.AppliesOn(step.At))
            .ToList();
        var giving = powers.FindAll(term => instrument.Covers(term.Give, step.Measure ?? ""));
        if (giving.Count == 0)
        {
            return NoBasis([.. powers]);
        }

        ledger.Decide(instrument, giving);
        ledger.Give(step.Measure!);
        foreach (var rule in Rules(rule => !rule.Simultaneous.IsEmpty))
        {
            ledger.Decide(instrument, rule);
            ledger.Duty("act-simultaneously");
        }

        return ledger.Close(Outcome.Grant, instrument.Id);
    }

    private Decision NoBasis(List<Term> failed)
    {
        ledger.Decide(instrument, failed);
        ledger.Duty("suggest-other-basis");
        ledger.Duty("keep-approach-confidential");
        if (step.Measure is { } measure)
        {
            ledger.Withhold(measure);
        }

        return ledger.Close(Outcome.NoBasis, "none");
    }

    private IEnumerable<CoordinationTerm> Rules(Func<CoordinationTerm, bool> wanted) =>
        instrument.Coordination.Where(rule =>
            rule.AppliesOn(step.At) && (rule.For is null || rule.For == step.Kind) && wanted(rule)
        );

    private void Note(IEnumerable<CoordinationTerm> rules) => Note(rules, rule => rule.Duties);

    private void Note<T>(IEnumerable<T> terms, Func<T, System.Collections.Immutable.ImmutableArray<string>> duties)
        where T : Term
    {
        foreach (var term in terms)
        {
            ledger.Decide(instrument, term);
            ledger.Duty(duties(term));
        }
    }
}
