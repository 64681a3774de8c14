using System.Globalization;
using CaseCoordination.DataSharing.Holdings.Consents.Domain;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Holdings.Consents;

/// <summary>
/// A named person says for this authority that an act may pass, or may not. What goes on to others is let pass by an approver
/// only; an officer may always say no.
/// </summary>
public sealed record AnswerConsent(bool LetsPass, string Reason, string? Terms, DateOnly? Until, bool ByApprover)
{
    public static Decision<ConsentEvent> Decide(Consent current, AnswerConsent command, Turn turn)
    {
        var answer = AnswerOf(current.Asked.Mode, command.LetsPass);
        if (current.Says.FirstOrDefault(s => s.Authority == current.Authority) is { } said)
        {
            return said.Answer == answer
                ? new NoChange()
                : new Refusal("said-before", $"This authority has said before: {said.Answer}.");
        }

        if (!current.WaitsForUs)
        {
            return new Refusal("not-asked", "Nothing is waited for from this authority here.");
        }

        if (command is { LetsPass: true, ByApprover: false } && current.Asked.Act.LeavesTheHolder)
        {
            return Refusal.Forbidden("approver-needed", "That it goes on to others is let pass by an approver.");
        }

        return Say(
            current,
            new Say(
                current.Authority,
                answer,
                command.Reason,
                command.Terms,
                command.Until,
                Outbound.IdOf(current.AskedBy!, Outbound.AnswerKindOf(current.Asked.Mode), turn),
                turn.By,
                turn.Now
            ),
            turn
        );
    }

    internal static ConsentEvent[] Say(Consent current, Say say, Turn turn) =>
        [new ConsentSaid(say), Outbound.Answer(current, say, turn)];

    private static string AnswerOf(string mode, bool letsPass) =>
        (mode, letsPass) switch
        {
            (Modes.Consent, true) => Answers.Granted,
            (Modes.Consent, false) => Answers.Denied,
            (_, true) => Answers.NoObjection,
            _ => Answers.Objected,
        };

    internal static void Map(IEndpointRouteBuilder consents)
    {
        consents
            .MapPost("/{id:guid}/grant", GrantAsync)
            .RequireRoles(Roles.Officer, Roles.Approver)
            .WithSummary("Lets the act pass: consents to it, or says that there is no objection.")
            .WithDescription(
                "`terms` are conditions in words, `until` the last day on which the consent holds. An act by which the item goes on "
                    + "to others needs an approver: `approver-needed` otherwise."
            )
            .Produces<CommandResult>();
        consents
            .MapPost("/{id:guid}/deny", DenyAsync)
            .RequireRoles(Roles.Officer, Roles.Approver)
            .WithSummary("Does not let the act pass: denies the consent, or objects.")
            .Produces<CommandResult>();
    }

    private static Task<IResult> GrantAsync(Guid id, GrantBody body, HoldingDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape().Text("reason", body.Reason, 4000).Optional("terms", body.Terms, 4000);
        if (body.Until is not null)
        {
            shape.Date("until", body.Until);
        }

        return AnswerAsync(
            id,
            shape,
            () => new(true, body.Reason!, body.Terms, DayOf(body.Until), desk.Caller.Roles.Contains(Roles.Approver)),
            desk,
            cancellation
        );
    }

    private static Task<IResult> DenyAsync(Guid id, DenyBody body, HoldingDesk desk, CancellationToken cancellation) =>
        AnswerAsync(
            id,
            new Shape().Text("reason", body.Reason, 4000),
            () => new(false, body.Reason!, null, null, desk.Caller.Roles.Contains(Roles.Approver)),
            desk,
            cancellation
        );

    private static async Task<IResult> AnswerAsync(
        Guid id,
        Shape shape,
        Func<AnswerConsent> command,
        HoldingDesk desk,
        CancellationToken cancellation
    )
    {
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var turn = desk.NewTurn();
        return (
            await desk.DecideAsync<Consent, ConsentEvent>(id, current => Decide(current, command(), turn), cancellation)
        ).ToResult();
    }

    private static DateOnly? DayOf(string? day) =>
        day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public sealed record GrantBody(string? Reason, string? Terms = null, string? Until = null);

    public sealed record DenyBody(string? Reason);
}
