using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>Judges a use or a disclosure: the strictest effect over everything that binds the items decides.</summary>
internal static class DisclosureJudge
{
    public static Decision Judge(LawBook book, Disclosure question)
    {
        var parts = ImmutableArray.CreateBuilder<DecisionPart>(question.Items.Length);
        foreach (var item in question.Items)
        {
            parts.Add(new DecisionPart(null, item.Item, ItemVerdict.Judge(book, question, item)));
        }

        if (parts.Count == 1)
        {
            return parts[0].Decision;
        }

        var ledger = new Ledger();
        var (outcome, basis) = (Outcome.Grant, parts[0].Decision.Basis);
        foreach (var part in parts)
        {
            ledger.Take(part.Decision);
            outcome = Severity(part.Decision.Outcome) > Severity(outcome) ? part.Decision.Outcome : outcome;
            basis = part.Decision.Basis == basis ? basis : "split";
        }

        var some = parts.Any(part => part.Decision.Outcome != Outcome.NeedsConsent);
        if (outcome == Outcome.NeedsConsent && some && question.CombinedAs is not null)
        {
            ledger.Duty("hold-combined-until-consent");
            ledger.Duty("offer-redacted-version");
        }

        return ledger.Close(outcome, basis, parts.ToImmutable());
    }

    public static int Severity(Outcome outcome) =>
        outcome switch
        {
            Outcome.Grant => 0,
            Outcome.GrantWithConditions => 1,
            Outcome.NeedsNotice => 2,
            Outcome.PendingFacts => 3,
            _ => 4,
        };
}
