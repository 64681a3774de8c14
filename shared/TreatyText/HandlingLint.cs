namespace CaseCoordination.TreatyText;

/// <summary>The linter's rules on use, disclosure and retention.</summary>
internal static class HandlingLint
{
    public static IEnumerable<LawProblem> Check(Instrument instrument)
    {
        foreach (var term in instrument.Handling)
        {
            if (term.ExceptWhen is not null && term.ExceptEffect >= term.Effect)
            {
                yield return LintRules.Finding(term, "its exception is no milder than the rule", "drop the exception");
            }

            if (term.Effect == HandlingEffect.ObjectionWindow && term.Window is null)
            {
                yield return LintRules.Finding(
                    term,
                    "nobody can tell how long the provider may object",
                    "add 'window'"
                );
            }

            if (term.Purposes.All(Vocabulary.Purposes.Contains) && term.Purposes.Length == Vocabulary.Purposes.Count())
            {
                yield return LintRules.Finding(term, "it names every purpose there is", "leave 'purpose' out");
            }

            foreach (var other in instrument.Handling.Where(other => Overrules(other, term)))
            {
                yield return LintRules.Finding(
                    term,
                    $"'{other.Id}' says something stricter about the same thing",
                    "keep one"
                );
            }
        }
    }

    private static bool Overrules(HandlingTerm other, HandlingTerm term) =>
        other.Effect > term.Effect
        && other.About == term.About
        && other.Op == term.Op
        && Same(other.Purposes, term.Purposes)
        && Same(other.Recipients, term.Recipients);

    private static bool Same(IEnumerable<string> left, IEnumerable<string> right) =>
        left.Order(StringComparer.Ordinal).SequenceEqual(right.Order(StringComparer.Ordinal), StringComparer.Ordinal);
}

/// <summary>The linter's rules on parties and participations.</summary>
internal static class PartyLint
{
    public static IEnumerable<LawProblem> Check(Instrument instrument, LawBook book)
    {
        foreach (var party in instrument.Parties.Where(party => party.Status == "full" && party.Roles.IsEmpty))
        {
            yield return LintRules.Finding(
                party,
                "a full party without a role can neither ask nor be asked",
                "add 'roles'"
            );
        }

        foreach (var lifecycle in instrument.Lifecycle)
        {
            if (lifecycle.PreferOver is { } over && book.Instrument(over) is null)
            {
                yield return LintRules.Finding(
                    lifecycle,
                    $"it is preferred over '{over}', which is not here",
                    "check the id"
                );
            }
        }

        foreach (var membership in book.Authorities.SelectMany(authority => book.MembershipsOf(authority.Code)))
        {
            var record = membership.Participation;
            if (record.Instrument == instrument.Id && membership.From > record.From)
            {
                yield return new LawProblem(
                    instrument.Source.Place,
                    record.Authority,
                    $"takes part from {record.From:yyyy-MM-dd}, before the instrument begins",
                    "correct the earlier date"
                );
            }

            if (record.Instrument == instrument.Id && membership.IsFull && membership.Terms.IsEmpty)
            {
                yield return new LawProblem(
                    instrument.Source.Place,
                    record.Authority,
                    "is on no list that the instrument knows",
                    "give its participation a 'list'"
                );
            }
        }
    }
}
