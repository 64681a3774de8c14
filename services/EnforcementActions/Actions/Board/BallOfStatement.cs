using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Statements;
using CaseCoordination.EnforcementActions.Statements.Domain;

namespace CaseCoordination.EnforcementActions.Actions.Board;

/// <summary>Who has to act on the joint statement, and until when it is under embargo.</summary>
internal static class BallOfStatement
{
    public static IEnumerable<BallLine> Of(CoordinatedAction file)
    {
        if (
            file.Plan.Statement is not { } statement
            || file.Statement.Published is not null
            || file.Proposed != file.Plan.Version
            || file.Order?.Standing == Standing.Aborted
        )
        {
            return [];
        }

        var hash = StatementFile.HashOf(statement);
        if (StatementRules.IsOrdered(file))
        {
            return
            [
                file.Statement.HeldBack is { } held && held.Hash == hash
                    ? new(file.Authority, "decide-publication", held.Reason, null, held.At, null, Balls.Overdue, false)
                    : Line(
                        file.Authority,
                        "publish",
                        "embargo",
                        null,
                        file.Statement.Order!.At,
                        statement.EmbargoUntil
                    ),
            ];
        }

        var settled = file.Plan.Schedule.CutOff;
        return statement.Mode == PlannedStatement.ByAll ? Words(file, statement)
            : file.IsLead && file.CutOffVersion == file.Plan.Version && file.Statement.Order?.Hash != hash
                ? [Line(file.Lead, "decide-publication", "decision-missing", null, settled, statement.EmbargoUntil)]
            : [];
    }

    // A participant knows its own word alone. An objection is the lead's to settle, by other words or by none.
    private static IEnumerable<BallLine> Words(CoordinatedAction file, PlannedStatement statement)
    {
        var ready = file
            .Plan.Participants.Select(p => p.Authority)
            .Where(code => file.IsLead || code == file.Authority)
            .Where(code => file.Stands[code].For(file.Plan) == Readiness.Ready)
            .ToList();
        foreach (var code in ready)
        {
            if (StatementRules.WordOf(file, code) is not { } word)
            {
                var since = file.Stands[code].Vote!.At;
                yield return Line(code, "agree-statement", "agreement-missing", null, since, statement.EmbargoUntil);
            }
            else if (!word.Agrees)
            {
                var due = statement.EmbargoUntil;
                yield return Line(file.Lead, "settle-statement", "statement-objected", code, word.At, due);
            }
        }

        if (file.IsLead && StatementRules.IsAgreedByAll(file))
        {
            var since = ready.Max(code => StatementRules.WordOf(file, code)!.At);
            yield return Line(file.Lead, "order-publication", "agreed", null, since, file.Plan.Schedule.CutOff);
        }
    }

    private static BallLine Line(
        string who,
        string what,
        string why,
        string? about,
        DateTimeOffset since,
        DateTimeOffset due
    ) => new(who, what, why, about, since, due, Balls.Running, false);
}
