using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>
/// What a refusal by a named person still owes before it can be closed. The system never refuses by itself, and lets
/// nobody close a refusal without reasons or without the notices that the instrument wants.
/// </summary>
public static class RefusalClosing
{
    /// <summary>Duties that a refusal may owe.</summary>
    public static Words Duties { get; } =
        Words.Of(
            "give-reasons consult notify-requester notify-esma notify-commission notify-all-concerned notify-liaison-offices "
                + "inform-issuer state-reasons-with-documents"
        );

    /// <summary>The duties still open: reasons always, and each notice that the decision lists.</summary>
    public static ImmutableArray<string> Outstanding(Decision decision, IEnumerable<string> done)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var fulfilled = done.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. decision
                .Duties.Where(Duties.Contains)
                .Append("give-reasons")
                .Distinct(StringComparer.Ordinal)
                .Where(duty => !fulfilled.Contains(duty)),
        ];
    }

    /// <summary>A refusal is possible at all only where the decision offers one.</summary>
    public static bool MayRefuse(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Outcome == Outcome.RefusalAvailable
            || decision.Parts.Any(part => part.Decision.Outcome == Outcome.RefusalAvailable);
    }
}
