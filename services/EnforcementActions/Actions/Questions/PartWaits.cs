using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Disputes;
using CaseCoordination.EnforcementActions.Statements;

namespace CaseCoordination.EnforcementActions.Actions.Questions;

/// <summary>Who has to act on the joint statement and on disputes.</summary>
internal static class PartWaits
{
    public static IEnumerable<WaitLine> Of(CoordinatedAction file) => [.. Statement(file), .. Disputes(file)];

    private static IEnumerable<WaitLine> Statement(CoordinatedAction file)
    {
        if (file.Plan.Statement is not { } statement || file.Statement.Published is not null)
        {
            return [];
        }

        if (StatementRules.IsOrdered(file))
        {
            return file.Statement.HeldBack is { } held
                ? [new WaitLine(file.Authority, "statement-decision", held.At, null, "overdue")]
                : [];
        }

        // A participant knows its own word alone.
        var schedule = file.Plan.Schedule;
        return statement.Mode == PlannedStatement.ByAll
                ? file
                    .Plan.Participants.Select(p => p.Authority)
                    .Where(code => file.IsLead || code == file.Authority)
                    .Where(code => file.Stands[code].For(file.Plan) == Readiness.Ready)
                    .Where(code => StatementRules.WordOf(file, code) is null)
                    .Select(code => new WaitLine(
                        code,
                        "statement-agreement",
                        file.Stands[code].Vote!.At,
                        statement.EmbargoUntil,
                        "running"
                    ))
            : file.IsLead && file.CutOffVersion == file.Plan.Version && file.Statement.Order is null
                ? [new WaitLine(file.Lead, "statement-decision", schedule.CutOff, statement.EmbargoUntil, "running")]
            : [];
    }

    private static IEnumerable<WaitLine> Disputes(CoordinatedAction file) =>
        file
            .Disputes.Where(d => d.Result is null)
            .Select(d => d.Dispute)
            .Select(d => new WaitLine(
                file.Lead,
                "dispute-result",
                d.At,
                d.DueAt,
                file.Passed.Contains($"{PassDisputeClock.KeyOf(d)}/fail") ? "overdue"
                    : file.Passed.Contains($"{PassDisputeClock.KeyOf(d)}/warn") ? "late"
                    : "running"
            ));
}
