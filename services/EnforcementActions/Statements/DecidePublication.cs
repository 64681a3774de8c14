using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Statements.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.EnforcementActions.Statements;

/// <summary>
/// A person decides that the statement goes out: the lead's for everybody, once it is settled who takes part; anybody's for its own
/// authority, where the text was held back at the embargo because nobody was known to have acted.
/// </summary>
public sealed record DecidePublication(bool Publish, string? Reason)
{
    public static Decision<ActionEvent> Decide(CoordinatedAction current, DecidePublication command, Turn turn)
    {
        if (StatementRules.Closed(current) is { } closed)
        {
            return closed == StatementRules.PublishedBefore && command.Publish ? new NoChange() : closed;
        }

        if (current.Preparers.Contains(turn.By))
        {
            return Refusals.SamePerson;
        }

        var hash = StatementFile.HashOf(current.Plan.Statement!);
        if (command.Publish && StatementRules.IsOrdered(current))
        {
            return current.Statement.HeldBack?.Hash == hash
                ? new StatementPublished(hash, true, turn.By, turn.Now)
                : new NoChange();
        }

        if (Refuse(current, command, turn) is { } refusal)
        {
            return refusal;
        }

        return !command.Publish && current.Statement.Order is not { Publish: true }
            ? new NoChange()
            : StatementRules.Give(current, command.Publish, command.Reason, turn);
    }

    internal static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapPost("/{id:guid}/statement/publication", HandleAsync)
            .RequireRoles(Roles.Approver)
            .WithSummary("Decides that the joint statement goes out at its embargo, or that it does not.")
            .WithDescription(
                "For the lead's approvers from the cut-off on; where the statement is published `by-all`, only to take it back. "
                    + "Where it was held back at the embargo because nobody was known to have acted, each authority's approvers "
                    + "decide for their own."
            )
            .Produces<CommandResult>();

    private static Refusal? Refuse(CoordinatedAction file, DecidePublication command, Turn turn) =>
        !file.IsLead ? Refusals.NotTheLead
        : turn.Now < file.Plan.Schedule.CutOff
            ? new Refusal("before-cut-off", "Who takes part is settled at the cut-off; decide after it.")
        : !command.Publish && turn.Now >= file.Plan.Statement!.EmbargoUntil
            ? new Refusal("embargo-passed", "The embargo has passed; the others may have published.")
        : command.Publish && file.Plan.Statement!.Mode == PlannedStatement.ByAll
            ? new Refusal("not-agreed", "It goes out by itself when everybody who is ready has agreed.")
        : null;

    private static async Task<IResult> HandleAsync(Guid id, Body? body, ActionDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape().Optional("reason", body?.Reason, 4000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(
                id,
                (current, turn) => Decide(current, new(body?.Publish ?? true, body?.Reason), turn),
                cancellation
            );
    }

    /// <param name="Publish">False to take the decision back before the embargo.</param>
    public sealed record Body(bool? Publish = null, string? Reason = null);
}
