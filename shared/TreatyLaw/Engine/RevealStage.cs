using System.Collections.Immutable;

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
        var term = Strictest(instrument, facts, day);
        if (term is null || facts[MustBeRevealed] == Tri.No)
        {
            return (Reveal.Free, term, null);
        }

        var (effect, excepted) = (Effect(term, facts), IsExcepted(term, facts));
        var needsConsent = effect is HandlingEffect.Consent or HandlingEffect.ObjectionWindow;
        if (facts[MustBeRevealed] == Tri.Unknown)
        {
            var settled = needsConsent && excepted != Tri.Unknown && facts[Consents] == Tri.Yes;
            var harmless = effect == HandlingEffect.Allow || settled;
            return harmless ? (Reveal.Free, term, null) : (Reveal.Open, term, MustBeRevealed);
        }

        if (excepted == Tri.Unknown)
        {
            return (Reveal.Open, term, term.ExceptWhen);
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

    /// <summary>What the rule obliges one to do, with what its exception does.</summary>
    public static ImmutableArray<string> Duties(HandlingTerm term, Facts facts) =>
        IsExcepted(term, facts) == Tri.Yes ? term.Duties.AddRange(term.ExceptDuties) : term.Duties;

    /// <summary>Help reveals no more than it needs.</summary>
    private static Tri IsExcepted(HandlingTerm term, Facts facts) =>
        term.ExceptWhen switch
        {
            null => Tri.No,
            "needed-to-execute" => Tri.Yes,
            var fact => facts[fact],
        };

    /// <summary>The stricter effect while it is unknown whether the exception applies.</summary>
    private static HandlingEffect Effect(HandlingTerm term, Facts facts) =>
        IsExcepted(term, facts) switch
        {
            Tri.Yes => term.ExceptEffect,
            Tri.No => term.Effect,
            _ => term.Effect > term.ExceptEffect ? term.Effect : term.ExceptEffect,
        };

    private static HandlingTerm? Strictest(Instrument instrument, Facts facts, DateOnly day)
    {
        HandlingTerm? strictest = null;
        foreach (var term in instrument.Handling)
        {
            if (
                term.About == "request"
                && term.AppliesOn(day)
                && (strictest is null || Effect(term, facts) > Effect(strictest, facts))
            )
            {
                strictest = term;
            }
        }

        return strictest;
    }
}
