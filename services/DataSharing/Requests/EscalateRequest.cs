using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>The asker takes a refusal or a delay to a higher level of the asked authority, with a clock of its own.</summary>
public sealed record EscalateRequest(string Level, string Reason)
{
    public static IReadOnlyList<string> Levels { get; } =
    ["heads-of-department", "heads-of-authority", "joint-committee", "mediation"];

    public static Decision<RequestEvent> Decide(
        Request current,
        EscalateRequest command,
        Turn turn,
        Calendars calendars,
        RequestSettings settings
    )
    {
        if (current.Side != Side.Asker)
        {
            return Refusals.NotTheAsker;
        }

        if (current.OpenEscalation is { } open)
        {
            return open.Level == command.Level && open.Reason == command.Reason
                ? new NoChange()
                : new Refusal("escalation-open", "The request is escalated already; wait for its result.");
        }

        if (!current.IsUnderWay && current.Stage != RequestStage.Refused)
        {
            return Refusals.Ended(current);
        }

        var escalated = new RequestEscalated(
            current.Escalations.Length + 1,
            current.Round,
            command.Level,
            command.Reason,
            settings.Within(calendars, current.Asked, turn.Now, Allowance.Escalation),
            Outbound.IdOf(current, LetterKinds.Escalation, turn),
            turn.By,
            turn.Now
        );
        return new RequestEvent[]
        {
            escalated,
            Outbound.Reply(
                current,
                LetterKinds.Escalation,
                new EscalationLetter
                {
                    Number = escalated.Number,
                    Round = escalated.Round,
                    Level = escalated.Level,
                    Reason = escalated.Reason,
                    Answer = Told.Of(escalated.Answer),
                },
                turn
            ),
        };
    }

    internal static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapPost("/{id:guid}/escalation", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.Approver)
            .WithSummary("Takes a refusal or a delay to a higher level.")
            .WithDescription($"Levels: {string.Join(", ", Levels)}.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, RequestDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape().OneOf("level", body.Level, Levels).Text("reason", body.Reason, 4000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(
                id,
                (current, turn, calendars) =>
                    Decide(current, new(body.Level!, body.Reason!), turn, calendars, desk.Settings),
                cancellation
            );
    }

    public sealed record Body(string? Level, string? Reason);
}
