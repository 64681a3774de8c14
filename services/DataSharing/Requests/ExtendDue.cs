using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>Moves the date on which the answer is due, with reasons that the asker is told.</summary>
public sealed record ExtendDue(DateOnly Until, string Reason)
{
    public static Decision<RequestEvent> Decide(
        Request current,
        ExtendDue command,
        Turn turn,
        Calendars calendars,
        RequestSettings settings
    )
    {
        if (Refusals.OfAsked(current) is { } refusal)
        {
            return refusal;
        }

        if (current.OpenClarification is not null)
        {
            return new Refusal("clock-paused", "The clock stands still until the asker has replied; extend it then.");
        }

        var due = current.Due!;
        var until = calendars.EndOf(current.Authority, command.Until);
        if (until == due.At)
        {
            return new NoChange();
        }

        if (until < due.At || until <= turn.Now)
        {
            return new Refusal(
                "not-later",
                $"The answer is due by {due.At:yyyy-MM-dd HH:mm}Z; name a later day.",
                "until"
            );
        }

        var extended = new DueExtended(
            settings.DueAt(due.Number + 1, turn.Now, until),
            command.Reason,
            Outbound.IdOf(current, LetterKinds.Extension, turn),
            turn.By,
            turn.Now
        );
        return new RequestEvent[]
        {
            extended,
            Outbound.Reply(
                current,
                LetterKinds.Extension,
                new ExtensionLetter { Due = Told.Of(extended.Due), Reason = command.Reason },
                turn
            ),
        };
    }

    internal static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapPost("/{id:guid}/extension", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Extends the time for the answer to the end of a later day, with reasons.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, RequestDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape().Date("until", body.Until).Text("reason", body.Reason, 2000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(
                id,
                (current, turn, calendars) =>
                    Decide(current, new(RequestShapes.Day(body.Until!), body.Reason!), turn, calendars, desk.Settings),
                cancellation
            );
    }

    public sealed record Body(string? Until, string? Reason);
}
