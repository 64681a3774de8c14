using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>What the other side is told: a code, the articles that carry it, and nothing of why it was weighed so.</summary>
public sealed record OtherSideNotice(string Code, string Text, ImmutableArray<string> Citations);

/// <summary>
/// Renders decisions for the other side. Facts, open questions, internal grounds and rejected bases never leave: what a
/// named official has not decided yet is only "under consideration".
/// </summary>
public static class OtherSide
{
    public static OtherSideNotice Notice(Decision decision, Language language)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Parts.IsEmpty ? One(decision, language) : Whole(decision, language);
    }

    /// <summary>Each part is told by itself: what is weighed in one does not show in another.</summary>
    private static OtherSideNotice Whole(Decision decision, Language language)
    {
        var notices = decision.Parts.Select(part => (part, Notice: One(part.Decision, language))).ToList();
        var codes = notices.Select(entry => entry.Notice.Code).Distinct(StringComparer.Ordinal).ToList();
        var lines = notices.Select(entry =>
            $"{LawWords.For("phrase.part", language)} {entry.part.Item ?? $"{entry.part.Subject}"}: {entry.Notice.Text}"
        );
        return new OtherSideNotice(
            codes.Count == 1 ? codes[0] : Outcome.Partial.Code(),
            string.Join(" ", lines),
            [.. notices.SelectMany(entry => entry.Notice.Citations).Distinct(StringComparer.Ordinal)]
        );
    }

    private static OtherSideNotice One(Decision decision, Language language)
    {
        string Word(string code) => LawWords.For(code, language);
        return decision.Outcome switch
        {
            Outcome.Incomplete => new OtherSideNotice(
                decision.Outcome.Code(),
                $"{Word("phrase.missing")}: {string.Join("; ", decision.Ask.Select(Word))}",
                Cites(decision)
            ),
            Outcome.Grant or Outcome.GrantWithConditions or Outcome.Partial => new OtherSideNotice(
                decision.Outcome.Code(),
                Given(decision, Word),
                []
            ),
            Outcome.NoBasis => new OtherSideNotice(decision.Outcome.Code(), Word("phrase.not-available"), []),
            _ => new OtherSideNotice("UNDER_CONSIDERATION", Word("phrase.under-consideration"), []),
        };
    }

    /// <summary>
    /// The notice of a refusal or postponement that a named official decided on one of the grounds offered; null where
    /// the decision does not offer that ground.
    /// </summary>
    public static OtherSideNotice? Refusal(Decision decision, string groundTerm, Language language)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ImmutableArray<string> cites =
        [
            .. decision.Citations.Where(cite => cite.Term == groundTerm).Select(cite => cite.Text),
        ];
        if (!decision.Outcome.NeedsPerson() || cites.IsEmpty || !decision.DecidedBy.Has(groundTerm))
        {
            return null;
        }

        var postponed = decision.Outcome == Outcome.Defer;
        var phrase = LawWords.For(postponed ? "phrase.postponed" : "phrase.refused", language);
        return new OtherSideNotice(postponed ? "POSTPONED" : "REFUSED", $"{phrase} {string.Join(", ", cites)}", cites);
    }

    private static string Given(Decision decision, Func<string, string> word)
    {
        var given = $"{word("phrase.given")}: {string.Join("; ", decision.Given.Select(word))}";
        return decision.NotGiven.IsEmpty
            ? given
            : $"{given}. {word("phrase.not-given")}: {string.Join("; ", decision.NotGiven.Select(word))}";
    }

    private static ImmutableArray<string> Cites(Decision decision) => [.. decision.Citations.Select(cite => cite.Text)];
}
