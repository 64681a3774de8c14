namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>Judges one item by all steps of its provenance, its markings and its senders' conditions.</summary>
internal sealed class ItemVerdict
{
    private readonly LawBook book;
    private readonly Disclosure question;
    private readonly DisclosureItem item;
    private readonly Ledger ledger = new();
    private Outcome outcome = Outcome.Grant;

    private ItemVerdict(LawBook book, Disclosure question, DisclosureItem item) =>
        (this.book, this.question, this.item) = (book, question, item);

    public static Decision Judge(LawBook book, Disclosure question, DisclosureItem item) =>
        new ItemVerdict(book, question, item).Judge();

    private Decision Judge()
    {
        var basis = item.Provenance[0].Under;
        foreach (var step in item.Provenance)
        {
            basis = step.Under == basis ? basis : "split";
            JudgeStep(step);
        }

        JudgeMarkings();
        JudgeConditions();
        if (outcome == Outcome.NeedsConsent)
        {
            ledger.Duty("block-until-consent");
            ledger.Duty("store-consent-conditions");
        }

        return ledger.Close(outcome, basis);
    }

    private void JudgeStep(ProvenanceStep step)
    {
        if (book.Instrument(step.Under) is not { } instrument)
        {
            Apply(HandlingEffect.Deny, step.From);
            return;
        }

        var sender = book.MembershipOf(step.From, step.Under);
        var receiver = book.MembershipOf(step.To, step.Under);
        var ended = sender?.HasEndedBy(question.At) == true || receiver?.HasEndedBy(question.At) == true;
        var terms = HandlingMatch.Find(instrument, question, ended);
        if (item.PersonalData)
        {
            terms.AddRange(HandlingMatch.PersonalData(instrument, question));
        }

        foreach (var term in terms)
        {
            JudgeTerm(instrument, step, term);
        }

        if (terms.Count == 0)
        {
            Apply(HandlingEffect.Deny, step.From);
            CiteTested(instrument);
        }

        if (sender?.EndOnRecord == true || receiver?.EndOnRecord == true)
        {
            ledger.Decide(instrument, instrument.Lifecycle);
        }
    }

    private void JudgeTerm(Instrument instrument, ProvenanceStep step, HandlingTerm term)
    {
        ledger.Duty(term.Duties);
        var fact = term.ExceptWhen ?? (term.Recipients.Has("court-on-demand") ? "demand-legally-enforceable" : null);
        var known = fact is null ? Tri.No : question.Facts[fact];
        if (known == Tri.Unknown && !question.Facts.ConsentedBy(step.From))
        {
            ledger.Open(instrument, term);
            ledger.Ask(fact!);
            Raise(Outcome.PendingFacts);
            return;
        }

        ledger.Decide(instrument, term);
        var excepted = term.ExceptWhen is not null && known == Tri.Yes;
        if (excepted)
        {
            ledger.Duty(term.ExceptDuties);
        }

        var effect = excepted ? term.ExceptEffect : term.Effect;
        Apply(effect, step.From);
        if (effect == HandlingEffect.ObjectionWindow && !question.Facts.ConsentedBy(step.From))
        {
            OpenWindow(instrument, step, term);
        }
    }

    /// <summary>The provider's calendar counts, because it is the one that may object.</summary>
    private void OpenWindow(Instrument instrument, ProvenanceStep step, HandlingTerm term)
    {
        if (term.Window is not { } period || book.Authority(step.From) is not { } provider)
        {
            return;
        }

        var calendar = instrument.Calendar.RollsOver ? provider.Calendar : provider.Calendar.WithoutRollOver();
        var until = calendar.Due(question.At.ToDateTime(TimeOnly.MinValue), period);
        ledger.Window(new ObjectionWindow(term.WindowDo!, step.From, until, item.Item, term.Id));
        ledger.Due(new Deadline(term.WindowDo!, until, period.Unit == PeriodUnit.Hours, step.From, term.Id));
    }

    private void JudgeMarkings()
    {
        foreach (var marking in item.Markings)
        {
            if (MarkingRules.Applies(marking, question))
            {
                ledger.Cite(MarkingRules.Cite(marking));
                foreach (var step in item.Provenance)
                {
                    Apply(HandlingEffect.Consent, step.From);
                }
            }
        }
    }

    private void JudgeConditions()
    {
        foreach (var condition in item.Conditions)
        {
            if (MarkingRules.Applies(condition, question))
            {
                ledger.Cite(MarkingRules.Cite(condition));
                Apply(HandlingTerm.ParseEffect(condition.Effect), condition.SetBy);
            }
        }
    }

    private void Apply(HandlingEffect effect, string originator)
    {
        switch (effect)
        {
            case HandlingEffect.Allow:
                break;
            case HandlingEffect.Notify or HandlingEffect.Consult or HandlingEffect.Assure:
                Raise(Outcome.GrantWithConditions);
                break;
            case var _ when question.Facts.ConsentedBy(originator):
                break;
            case HandlingEffect.ObjectionWindow:
                Raise(Outcome.NeedsNotice);
                break;
            default:
                ledger.ConsentOf(originator);
                Raise(Outcome.NeedsConsent);
                break;
        }
    }

    private void CiteTested(Instrument instrument)
    {
        var tested = instrument.Handling.Where(term => term.About == "information" && term.Op != "retain").ToList();
        ledger.Decide(instrument, tested);
        if (tested.Count == 0)
        {
            ledger.Decide(instrument, instrument.Matters);
            ledger.Decide(instrument, PartyStage.Members(instrument));
        }
    }

    private void Raise(Outcome found) =>
        outcome = DisclosureJudge.Severity(found) > DisclosureJudge.Severity(outcome) ? found : outcome;
}
