using System.Globalization;
using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.EnforcementActions.Measures;

/// <summary>Notes what has to be done on a measure by the end of a day; its clock warns the day before.</summary>
public sealed record SetFollowUp(string Measure, string Text, string Due, DateTimeOffset DueAt)
{
    public static Decision<ActionEvent> Decide(CoordinatedAction current, SetFollowUp command, Turn turn)
    {
        if (MeasureRefusals.Missing(current, command.Measure) is { } missing)
        {
            return missing;
        }

        var known = current.Measures[command.Measure].FollowUps;
        return known.Any(f => f.DoneAt is null && f.Text == command.Text && f.Due == command.Due) ? new NoChange()
            : command.DueAt <= turn.Now ? new Refusal("in-past", "The day is over already.", "due")
            : new FollowUpSet(
                command.Measure,
                known.Length + 1,
                command.Text,
                command.Due,
                command.DueAt,
                turn.By,
                turn.Now
            );
    }

    internal static void Map(IEndpointRouteBuilder measures) =>
        measures
            .MapPost("/follow-ups", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.Approver, Roles.Counsel, Roles.System)
            .WithSummary("Notes what has to be done on a measure by the end of a day.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        string measure,
        Body body,
        ActionDesk desk,
        CancellationToken cancellation
    )
    {
        var shape = new Shape().Text("text", body.Text, 2000).Date("due", body.Due);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var authority = desk.Session.Authority;
        var calendars = await Calendars.LoadAsync(desk.Session, [authority], cancellation);
        var day = DateOnly.ParseExact(body.Due!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return await desk.DecideAsync(
            id,
            (current, turn) =>
                Decide(current, new(measure, body.Text!, body.Due!, calendars.EndOf(authority, day)), turn),
            cancellation
        );
    }

    /// <summary>What, and by the end of which day (ISO).</summary>
    public sealed record Body(string? Text, string? Due);
}
