namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>What follows where helping would reveal that there was a request.</summary>
internal enum Reveal
{
    Free,
    Condition,
    Lifted,
    Blocked,
    Open,
}

/// <summary>Tests the handling rules on the request itself.</summary>
internal static class RevealStage
{
    private const string MustBeRevealed = "request-must-be-revealed";
    private const string Consents = "requester-consents-to-reveal";

    public static (Reveal Result, HandlingTerm? Term, string? Ask) Check(
        Instrument instrument,
        Facts facts,
        DateOnly day
    )
    {
        var term = Strictest(instrument, day);
        if (term is null || facts[MustBeRevealed] == Tri.No)
        {
            return (Reveal.Free, term, null);
        }

        var effect = Effect(term);
        var needsConsent = effect is HandlingEffect.Consent or HandlingEffect.ObjectionWindow;
        if (facts[MustBeRevealed] == Tri.Unknown)
        {
            var harmless = effect == HandlingEffect.Allow || (needsConsent && facts[Consents] == Tri.Yes);
            return harmless ? (Reveal.Free, term, null) : (Reveal.Open, term, MustBeRevealed);
        }

        if (needsConsent)
        {
            return facts[Consents] switch
            {
                Tri.Yes => (Reveal.Lifted, term, null),
                Tri.No => (Reveal.Blocked, term, null),
                _ => (Reveal.Open, term, Consents),
            };
        }

        return effect switch
        {
            HandlingEffect.Allow => (Reveal.Lifted, term, null),
            HandlingEffect.Deny => (Reveal.Blocked, term, null),
            _ => (Reveal.Condition, term, null),
        };
    }

    private static HandlingEffect Effect(HandlingTerm term) =>
        term.ExceptWhen == "needed-to-execute" ? term.ExceptEffect : term.Effect;

    private static HandlingTerm? Strictest(Instrument instrument, DateOnly day)
    {
        HandlingTerm? strictest = null;
        foreach (var term in instrument.Handling)
        {
            if (
                term.About == "request"
                && term.AppliesOn(day)
                && (strictest is null || Effect(term) > Effect(strictest))
            )
            {
                strictest = term;
            }
        }

        return strictest;
    }
}
