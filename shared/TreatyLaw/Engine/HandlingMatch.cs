namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>Finds the handling rules of an instrument that speak about a use or a disclosure.</summary>
internal static class HandlingMatch
{
    private const string Demand = "court-on-demand";

    /// <summary>The terms that decide, and beside them those of equal effect that speak of what no term names.</summary>
    public static List<HandlingTerm> Find(Instrument instrument, Disclosure question, bool ended)
    {
        var usable = instrument.Handling.Where(term => IsUsable(instrument, term, question, ended)).ToList();
        var named = usable.FindAll(term => Names(term, question));
        var others = usable.FindAll(term => IsOther(usable, term, question));
        if (named.Count == 0)
        {
            return others.Count > 0 ? others : usable.FindAll(term => IsOtherAtAll(term, question));
        }

        if (question.Recipient == Demand && named.Find(term => term.Recipients.Has(Demand)) is { } demand)
        {
            return question.Facts["demand-legally-enforceable"] == Tri.No
                ? usable.FindAll(term => IsOtherAtAll(term, question))
                : [demand];
        }

        var strictest = named.Max(term => term.Effect);
        named.AddRange(others.Where(term => term.Effect == strictest && !named.Contains(term)));
        return named;
    }

    /// <summary>The rules on personal data, which come on top.</summary>
    public static IEnumerable<HandlingTerm> PersonalData(Instrument instrument, Disclosure question) =>
        instrument.Handling.Where(term =>
            term.About == "personal-data"
            && question.Op == "disclose"
            && question.Recipient != "requester"
            && term.AppliesOn(question.At)
            && (term.Purposes.IsEmpty || term.Purposes.Has(question.Purpose))
            && (term.Recipients.IsEmpty || term.Recipients.Has(question.Recipient))
        );

    private static bool IsUsable(Instrument instrument, HandlingTerm term, Disclosure question, bool ended)
    {
        // Passing something on for a purpose is a use too.
        var op = term.Op == "use" || (term.Op == "disclose" && question.Op == "disclose");
        if (!op || term.About != "information" || !term.AppliesOn(question.At))
        {
            return false;
        }

        // What does not outlive the participation permits nothing any more; what restricts stays.
        return !ended || term.Effect >= HandlingEffect.Consent || Survives(instrument, term);
    }

    private static bool Survives(Instrument instrument, HandlingTerm term)
    {
        var stated = false;
        foreach (var lifecycle in instrument.Lifecycle)
        {
            stated |= !lifecycle.Survives.IsEmpty;
            if (lifecycle.Survives.Has(term.Id))
            {
                return true;
            }
        }

        return !stated;
    }

    private static bool Names(HandlingTerm term, Disclosure question)
    {
        var purpose = term.Purposes.IsEmpty || term.Purposes.Has(question.Purpose);
        var recipient = term.Recipients.IsEmpty || term.Recipients.Has(question.Recipient);
        return purpose && recipient;
    }

    private static bool IsOtherAtAll(HandlingTerm term, Disclosure question) =>
        (term.OtherPurpose || term.OtherRecipient)
        && (term.OtherPurpose || term.Purposes.IsEmpty || term.Purposes.Has(question.Purpose))
        && (term.OtherRecipient || term.Recipients.IsEmpty || term.Recipients.Has(question.Recipient));

    /// <summary>"Other" is what no term of the instrument names.</summary>
    private static bool IsOther(List<HandlingTerm> all, HandlingTerm term, Disclosure question) =>
        IsOtherAtAll(term, question)
        && (
            (term.OtherPurpose && !all.Exists(other => other.Purposes.Has(question.Purpose)))
            || (term.OtherRecipient && !all.Exists(other => other.Recipients.Has(question.Recipient)))
        );
}
