using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Letters;
using CaseCoordination.EnforcementActions.Statements.Domain;
using CaseCoordination.EnforcementActions.Statements.Letters;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.EnforcementActions.Statements;

/// <summary>An authority agrees to the joint statement, or objects to it, where all have to agree.</summary>
public sealed record AgreeOnStatement(bool Agrees, string? Reason)
{
    public static Decision<ActionEvent> Decide(CoordinatedAction current, AgreeOnStatement command, Turn turn)
    {
        if (!current.Plan.Names(current.Authority))
        {
            return Refusals.NotAParticipant;
        }

        if (StatementRules.Closed(current) is { } closed)
        {
            return closed;
        }

        if (current.Plan.Statement!.Mode != PlannedStatement.ByAll)
        {
            return new Refusal("agreement-not-asked", "The lead decides on this statement.");
        }

        if (current.Preparers.Contains(turn.By))
        {
            return Refusals.SamePerson;
        }

        var last = current.Statement.Agreements.GetValueOrDefault(current.Authority);
        var hash = StatementFile.HashOf(current.Plan.Statement);
        if (last is not null && last.Hash == hash && last.Agrees == command.Agrees && last.Reason == command.Reason)
        {
            return new NoChange();
        }

        var word = new Agreement((last?.Number ?? 0) + 1, hash, command.Agrees, command.Reason, turn.Now);
        var agreed = new StatementAgreed(word, turn.By, turn.Now);
        return current.IsLead
            ? agreed
            : new ActionEvent[]
            {
                agreed,
                Outbound.Reply(
                    current,
                    current.Lead,
                    ActionLetterKinds.StatementAgreement,
                    StatementTold.Of(word),
                    turn
                ),
            };
    }

    internal static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapPost("/{id:guid}/statement/agreement", HandleAsync)
            .RequireRoles(Roles.Approver)
            .WithSummary("Agrees to the joint statement, or objects to it with a reason.")
            .WithDescription(
                "For approvers, where the statement is published `by-all`. Another text, embargo or mode asks everybody again."
            )
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, ActionDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape()
            .Must(body.Agree is not null, "agree", "required", "Say true or false.")
            .Optional("reason", body.Reason, 4000)
            .Must(
                body.Agree != false || !string.IsNullOrWhiteSpace(body.Reason),
                "reason",
                "required",
                "Say why this authority objects."
            );
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(
                id,
                (current, turn) => Decide(current, new(body.Agree!.Value, body.Reason), turn),
                cancellation
            );
    }

    public sealed record Body(bool? Agree, string? Reason = null);
}
