using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Statements.Domain;

namespace CaseCoordination.EnforcementActions.Statements;

/// <summary>What has to hold before a joint statement goes out.</summary>
internal static class StatementRules
{
    public static Refusal NoStatement { get; } = new("no-statement", "The plan has no joint statement.");

    public static Refusal PublishedBefore { get; } = new("published-before", "The statement is out already.");

    /// <summary>Why nothing can be said on the statement any more, or yet; null when it can.</summary>
    public static Refusal? Closed(CoordinatedAction file) =>
        file.Plan.Statement is null ? NoStatement
        : file.Proposed != file.Plan.Version ? new Refusal("not-proposed", "The plan has not been proposed yet.")
        : file.Statement.Published is not null ? PublishedBefore
        : IsAborted(file) ? new Refusal("action-aborted", "The action was aborted; nothing is published.")
        : null;

    public static bool IsAborted(CoordinatedAction file) => file.Order?.Standing == Standing.Aborted;

    /// <summary>Somebody's measures went out, as far as this file knows.</summary>
    public static bool IsReleasedSomewhere(CoordinatedAction file) =>
        file.Stands.Values.Any(s => s.Release is not null);

    /// <summary>Everybody who is ready for this plan has agreed to this text.</summary>
    public static bool IsAgreedByAll(CoordinatedAction file)
    {
        var ready = file
            .Plan.Participants.Select(p => p.Authority)
            .Where(code => file.Stands[code].For(file.Plan) == Readiness.Ready)
            .ToList();
        return ready.Count > 0 && ready.All(code => WordOf(file, code) is { Agrees: true });
    }

    /// <summary>The text of this plan is ordered to go out, and this authority has not objected where all have to agree.</summary>
    public static bool IsOrdered(CoordinatedAction file) =>
        file.Plan.Statement is { } statement
        && file.Statement.Order is { Publish: true } order
        && order.Hash == StatementFile.HashOf(statement)
        && !(statement.Mode == PlannedStatement.ByAll && WordOf(file, file.Authority) is { Agrees: false });

    /// <summary>The last word of an authority, if it is about this text.</summary>
    public static Agreement? WordOf(CoordinatedAction file, string authority) =>
        file.Statement.Agreements.GetValueOrDefault(authority) is { } word
        && file.Plan.Statement is { } statement
        && word.Hash == StatementFile.HashOf(statement)
            ? word
            : null;

    /// <summary>An order to everybody who takes part and was told of it.</summary>
    public static ActionEvent[] Give(CoordinatedAction file, bool publish, string? reason, Turn turn)
    {
        var order = new StatementOrder(
            (file.Statement.Order?.Number ?? 0) + 1,
            StatementFile.HashOf(file.Plan.Statement!),
            publish,
            reason,
            turn.Now
        );
        return
        [
            new StatementOrdered(order, turn.By, turn.Now),
            .. file
                .Others.Where(to => file.Plan.Names(to) && file.Between.ContainsKey(to))
                .Select(to =>
                    Outbound.Reply(
                        file,
                        to,
                        Actions.Letters.ActionLetterKinds.StatementOrder,
                        Letters.StatementTold.Of(order),
                        turn
                    )
                ),
        ];
    }
}
