using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>The asked authority's higher level says what becomes of the request; one that is granted goes on, refused or not.</summary>
public sealed record DecideEscalation(string Result, string Statement)
{
    public static Decision<RequestEvent> Decide(
        Request current,
        DecideEscalation command,
        Turn turn,
        Calendars calendars,
        RequestSettings settings
    )
    {
        if (current.Side != Side.Asked)
        {
            return Refusals.NotTheAsked;
        }

        if (current.OpenEscalation is not { } open)
        {
            return
                current.Escalations is [.., { Result: { } result } last]
                && result == command.Result
                && last.Statement == command.Statement
                ? new NoChange()
                : new Refusal("not-escalated", "No escalation of this request is open.");
        }

        var decided = new EscalationDecided(
            open.Number,
            command.Result,
            command.Statement,
            DueAfter(current, command, turn, calendars, settings),
            Outbound.IdOf(current, LetterKinds.EscalationResult, turn),
            turn.By,
            turn.Now
        );
        return new RequestEvent[]
        {
            decided,
            Outbound.Reply(
                current,
                LetterKinds.EscalationResult,
                new EscalationResultLetter
                {
                    Number = decided.Number,
                    Result = decided.Result,
                    Statement = decided.Statement,
                    Due = Told.Of(decided.Due),
                },
                turn
            ),
        };
    }

    // What is granted after a refusal or too late gets time of its own; what is not yet late keeps its date.
    private static Due DueAfter(
        Request current,
        DecideEscalation command,
        Turn turn,
        Calendars calendars,
        RequestSettings settings
    )
    {
        var due = current.Due!;
        var days = current.Content.Urgent ? settings.UrgentAnswerDays : settings.AnswerDays;
        return command.Result == EscalationResults.Granted && (current.Refusal is not null || due.At <= turn.Now)
            ? settings.DueAt(due.Number + 1, turn.Now, calendars.After(current.Authority, turn.Now, days))
            : due;
    }

    internal static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapPost("/{id:guid}/escalation/result", HandleAsync)
            .RequireRoles(Roles.Approver)
            .WithSummary("Decides an escalation: granted lets the request go on, also after a refusal.")
            .WithDescription($"Results: {string.Join(", ", EscalationResults.All)}. For approvers.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, RequestDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape()
            .OneOf("result", body.Result, EscalationResults.All)
            .Text("statement", body.Statement, 4000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(
                id,
                (current, turn, calendars) =>
                    Decide(current, new(body.Result!, body.Statement!), turn, calendars, desk.Settings),
                cancellation
            );
    }

    public sealed record Body(string? Result, string? Statement);
}
