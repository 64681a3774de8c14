using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Statements.Domain;
using CaseCoordination.Platform.Deadlines;

namespace CaseCoordination.EnforcementActions.Statements;

/// <summary>
/// The clocks of the joint statement: from the cut-off on the lead's order follows the agreements, and at the embargo every file
/// publishes, or holds back, by its own clock.
/// </summary>
public static class PassStatementClock
{
    public const string Prefix = "statement.";
    private const string OrderKey = Prefix + "order.";
    private const string PublishKey = Prefix + "publish";
    private const string HoldBackKey = Prefix + "hold-back";

    public static IEnumerable<OpenDeadline> Running(CoordinatedAction file)
    {
        if (file.Plan.Statement is not { } statement || file.Statement.Published is not null)
        {
            yield break;
        }

        if (IsOrderDue(file))
        {
            var next = (file.Statement.Order?.Number ?? 0) + 1;
            yield return new OpenDeadline($"{OrderKey}{next}", null, file.Plan.Schedule.CutOff);
        }

        // While T-0 may still come here, what follows from it is open.
        if (!StatementRules.IsOrdered(file) || file.WillRelease)
        {
            yield break;
        }

        if (WhyNot(file) is null)
        {
            yield return new OpenDeadline(PublishKey, null, statement.EmbargoUntil);
        }
        else if (file.Statement.HeldBack?.Hash != StatementFile.HashOf(statement))
        {
            yield return new OpenDeadline(HoldBackKey, null, statement.EmbargoUntil);
        }
    }

    public static Decision<ActionEvent> Decide(CoordinatedAction file, string key, Turn turn)
    {
        var statement = file.Plan.Statement!;
        var hash = StatementFile.HashOf(statement);
        return key switch
        {
            PublishKey => new StatementPublished(hash, false, turn.By, turn.Now),
            HoldBackKey => new StatementHeldBack(hash, WhyNot(file)!, turn.Now),
            _ when !IsGiven(file) => StatementRules.Give(file, true, null, turn),
            _ when turn.Now < statement.EmbargoUntil => StatementRules.Give(file, false, "not-agreed", turn),
            _ => new NoChange(),
        };
    }

    // Where all have to agree, the order stands exactly while everybody who is ready agrees.
    private static bool IsOrderDue(CoordinatedAction file) =>
        file.IsLead
        && file.Proposed == file.Plan.Version
        && file.Plan.Statement!.Mode == PlannedStatement.ByAll
        && !StatementRules.IsAborted(file)
        && StatementRules.IsAgreedByAll(file) != IsGiven(file);

    private static bool IsGiven(CoordinatedAction file) =>
        file.Statement.Order is { Publish: true } order && order.Hash == StatementFile.HashOf(file.Plan.Statement!);

    private static string? WhyNot(CoordinatedAction file) =>
        StatementRules.IsAborted(file) ? "aborted"
        : !StatementRules.IsReleasedSomewhere(file) ? "nobody-released"
        : null;
}
