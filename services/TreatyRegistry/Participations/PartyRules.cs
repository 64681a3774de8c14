namespace CaseCoordination.TreatyRegistry.Participations;

/// <summary>What the register knows around a participation: whether there is such an authority, and what the instrument allows.</summary>
/// <param name="Authority">The authority is registered.</param>
/// <param name="Instrument">The instrument is published.</param>
/// <param name="OpenTo">The only authorities that can be party; empty where it is open.</param>
/// <param name="Lists">The lists on which parties stand; empty where it keeps none.</param>
public sealed record PartyRules(
    bool Authority,
    bool Instrument,
    IReadOnlyCollection<string> OpenTo,
    IReadOnlyCollection<string> Lists
)
{
    /// <summary>What the terms of an instrument allow.</summary>
    public static PartyRules Of(bool authority, TreatyLaw.Instrument terms) =>
        new(
            authority,
            true,
            terms.Parties.Any(p => p.Authorities.IsEmpty)
                ? []
                : [.. terms.Parties.SelectMany(p => p.Authorities).Distinct(StringComparer.Ordinal)],
            terms.Parties.Any(p => p.List is null)
                ? []
                : [.. terms.Parties.Select(p => p.List!).Distinct(StringComparer.Ordinal)]
        );
}
