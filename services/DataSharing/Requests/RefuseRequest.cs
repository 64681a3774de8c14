using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>A named person refuses, on a ground that the legal basis offers, with reasons and with every duty done that comes with it.</summary>
public sealed record RefuseRequest(string Ground, string Reason)
{
    /// <param name="permission">What the law says of refusing on this ground.</param>
    public static Decision<RequestEvent> Decide(
        Request current,
        RefuseRequest command,
        RefusalPermission permission,
        Turn turn,
        Calendars calendars,
        RequestSettings settings
    )
    {
        if (
            current is { Side: Side.Asked, Stage: RequestStage.Refused, Refusal: { } same }
            && same.Ground == command.Ground
            && same.Reason == command.Reason
        )
        {
            return new NoChange();
        }

        if (Refusals.OfAsked(current) is { } refusal)
        {
            return refusal;
        }

        if (!permission.IsOffered)
        {
            return new Refusal("ground-not-offered", permission.Explanation, "ground");
        }

        var open = permission.Duties.Except(current.Duties.Select(d => d.Duty), StringComparer.Ordinal).ToArray();
        if (open.Length > 0)
        {
            return new Refusal(
                "duties-open",
                $"Before this refusal can stand, these have to be done and recorded: {string.Join(", ", open)}.",
                "duties"
            );
        }

        var refused = new RequestRefused(
            current.Round,
            command.Ground,
            command.Reason,
            [.. permission.Citations],
            [.. permission.Duties],
            settings.Within(calendars, current.Asker, turn.Now, Allowance.Closing),
            Outbound.IdOf(current, LetterKinds.Refusal, turn),
            turn.By,
            turn.Now
        );
        return new RequestEvent[]
        {
            refused,
            Outbound.Reply(
                current,
                LetterKinds.Refusal,
                new RefusalLetter
                {
                    Round = refused.Round,
                    Ground = refused.Ground,
                    Reason = refused.Reason,
                    Citations = refused.Citations,
                    Duties = refused.Duties,
                    CloseBy = Told.Of(refused.CloseBy),
                },
                turn
            ),
        };
    }

    internal static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapPost("/{id:guid}/refusal", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Refuses the request on a ground that its legal basis offers, with reasons.")
            .WithDescription(
                "Duties that the instrument attaches, such as consulting the asker, are recorded first with `POST .../duties`. "
                    + $"Grounds: {string.Join(", ", RefusalGrounds.All)}."
            )
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        Body body,
        RequestDesk desk,
        RefusalGrounds grounds,
        CancellationToken cancellation
    )
    {
        var shape = new Shape().OneOf("ground", body.Ground, RefusalGrounds.All).Text("reason", body.Reason, 4000);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        if (await desk.FindAsync(id, cancellation) is not { } file)
        {
            return Problems.NotFound();
        }

        var permission = await grounds.AskAsync(file, body.Ground!, desk.NewTurn().Now, cancellation);
        return await desk.DecideAsync(
            id,
            (current, turn, calendars) =>
                Decide(current, new(body.Ground!, body.Reason!), permission, turn, calendars, desk.Settings),
            cancellation
        );
    }

    public sealed record Body(string? Ground, string? Reason);
}
