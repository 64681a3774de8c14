namespace CaseCoordination.TreatyLaw;

/// <summary>Cuts out of a book exactly what a decision rests on, so that it can be repeated for ever.</summary>
public static class LawBookExcerpt
{
    /// <summary>
    /// The instruments that the decision consulted, the authorities named, and their participations in them. Judging the
    /// same question by the excerpt gives the same decision, whatever becomes of the law.
    /// </summary>
    public static LawBook ExcerptFor(this LawBook book, Decision decision, params IEnumerable<string> authorities)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(decision);
        var used = decision.Versions.Select(version => version.Instrument).ToHashSet(StringComparer.Ordinal);
        var named = authorities.ToHashSet(StringComparer.Ordinal);
        foreach (var instrument in used)
        {
            named.UnionWith(book.Instrument(instrument)?.Parties.SelectMany(party => party.Authorities) ?? []);
        }

        return LawBook.Build(
            book.Instruments.Where(instrument => used.Contains(instrument.Id)),
            book.Participations.Where(p => used.Contains(p.Instrument) && named.Contains(p.Authority)),
            book.Authorities.Where(authority => named.Contains(authority.Code))
        );
    }
}
