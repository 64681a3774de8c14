using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>
/// Says what a decision means: to one's own people in full, with every term, fact and rejected basis; to the other side
/// only the coded ground.
/// </summary>
public static class Explain
{
    /// <summary>For one's own people, one line per thing to know.</summary>
    public static ImmutableArray<string> InFull(Decision decision, Language language)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return [.. Lines(decision, language)];
    }

    private static IEnumerable<string> Lines(Decision decision, Language language)
    {
        string Word(string code) => LawWords.For(code, language);
        string Phrase(string name, IEnumerable<string> values) =>
            $"{Word($"phrase.{name}")}: {string.Join("; ", values)}";
        var asked = decision.Outcome == Outcome.Incomplete ? "missing" : "ask";

        yield return Word(decision.Outcome.Code());
        if (decision.Basis != "none")
        {
            yield return Phrase("basis", [decision.Basis == "split" ? Word("phrase.split") : decision.Basis]);
        }

        foreach (
            var (name, values) in new (string, IEnumerable<string>)[]
            {
                ("cites", decision.Citations.Select(cite => Cite(cite, Word("phrase.unverified")))),
                ("given", decision.Given.Select(Word)),
                ("not-given", decision.NotGiven.Select(Word)),
                ("consent", decision.ConsentFrom),
                (asked, decision.Ask.Select(Word)),
                ("conditions", decision.Duties.Select(Word)),
                ("deadline", decision.Deadlines.Select(due => $"{due.DueText} {due.Acting}: {Word(due.Do)}")),
                (
                    "window",
                    decision.Windows.Select(w => $"{DueFormat.Write(w.Until, byTheHour: false)} {w.By} ({w.Item})")
                ),
                ("open", decision.Unknown),
                ("rejected", decision.Rejected.Select(basis => $"{basis.Instrument}: {Word(basis.Reason)}")),
                ("version", decision.Versions.Select(v => $"{v.Instrument} ({v.Edition}) {v.Hash[..12]}")),
            }
        )
        {
            var all = values.ToList();
            if (all.Count > 0)
            {
                yield return Phrase(name, all);
            }
        }

        foreach (var part in decision.Parts)
        {
            yield return $"{Word("phrase.part")} {part.Item ?? $"{part.Subject}"}";
            foreach (var line in Lines(part.Decision, language))
            {
                yield return $"  {line}";
            }
        }
    }

    private static string Cite(Citation cite, string unverified) =>
        cite.IsVerified ? cite.Text : $"{cite.Text} [{cite.Mark}: {unverified}]";
}
