using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Disputes.Domain;
using CaseCoordination.EnforcementActions.Disputes.Letters;

namespace CaseCoordination.EnforcementActions.Disputes;

/// <summary>Who is told of a dispute: the lead by a participant, everybody else by the lead.</summary>
internal static class DisputeMail
{
    /// <summary>The events, and the dispute as it is after them for the other sides.</summary>
    /// <param name="before">The file before them.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="raiser">Who raised the dispute.</param>
    /// <param name="number">Its number among those of its raiser.</param>
    /// <param name="kind">What the letters are.</param>
    /// <param name="except">Who told it, and need not be told again.</param>
    /// <param name="turn">The act.</param>
    public static ActionEvent[] Tell(
        CoordinatedAction before,
        DisputeEvent happened,
        string raiser,
        int number,
        string kind,
        string? except,
        Turn turn
    )
    {
        var after = before.Evolve(happened);
        var letter = DisputeTelling.Of(after.Disputes.Single(d => d.Is(raiser, number)));
        var to = after.IsLead
            ? after.Others.Where(code => code != except && after.Plan.Names(code) && after.Between.ContainsKey(code))
            : [after.Lead];
        return [happened, .. to.Select(code => Outbound.Reply(after, code, kind, letter, turn))];
    }
}
