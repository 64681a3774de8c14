namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>Who is bound on the reference date, and in the role that the question needs.</summary>
internal static class PartyStage
{
    /// <summary>The terms at which a membership fails, or null where it holds.</summary>
    public static List<Term>? Failure(Membership membership, string role, DateOnly day)
    {
        var instrument = membership.Instrument;
        if (!membership.IsFull)
        {
            List<Term> terms = [.. membership.Terms];
            if (membership.Participation.Status != "committed")
            {
                terms.AddRange(instrument.Lifecycle);
            }

            return terms.Count > 0 ? terms : Members(instrument);
        }

        if (membership.HasEndedBy(day))
        {
            return instrument.Lifecycle.IsEmpty ? Members(membership) : [.. instrument.Lifecycle];
        }

        return day < membership.From || !membership.HasRole(role) ? Members(membership) : null;
    }

    /// <summary>The terms that say who is a full party.</summary>
    public static List<Term> Members(Instrument instrument)
    {
        List<Term> terms = [.. instrument.Parties.Where(party => party.Status == "full")];
        return terms.Count > 0 ? terms : [.. instrument.Parties];
    }

    private static List<Term> Members(Membership membership) =>
        membership.Terms.IsEmpty ? Members(membership.Instrument) : [.. membership.Terms];
}
