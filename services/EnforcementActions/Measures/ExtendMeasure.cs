using System.Globalization;
using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.EnforcementActions.Measures;

/// <summary>A further title keeps a measure in force beyond its end, never beyond the maximum which that title names.</summary>
/// <param name="Until">Last day; null for all that the title allows.</param>
public sealed record ExtendMeasure(Title Title, DateOnly? Until)
{
    public static Decision<ActionEvent> Decide(
        CoordinatedAction current,
        ExtendMeasure command,
        Calendars calendars,
        Turn turn
    )
    {
        if (MeasureRefusals.NotChangeable(current, command.Title.Measure) is { } refusal)
        {
            return refusal;
        }

        var measure = current.Measures[command.Title.Measure];
        if (measure.EndsAt is not { } end)
        {
            return new Refusal("without-end", "The measure does not end by itself.");
        }

        DateTimeOffset? most = command.Title.MaximumDays is { } days
            ? RecordOutcome.LegalEnd(current.Authority, measure.Outcome!.EffectiveAt, days, calendars)
            : null;
        var until = command.Until is { } day ? calendars.EndOf(current.Authority, day) : most!.Value;
        return measure.Title == command.Title && until == end ? new NoChange()
            : measure.Title.Number == command.Title.Number && measure.Title.IssuedBy == command.Title.IssuedBy
                ? new Refusal("title-not-new", "Extending needs a further title.", "number")
            : until > most ? new Refusal("beyond-maximum", $"The title allows it until {most:u} at most.", "until")
            : until <= end ? new Refusal("not-longer", $"It is in force until {end:u} already.", "until")
            : MeasureNews.Tell(
                current,
                measure.Id,
                [new MeasureExtended(measure.Id, command.Title, until, turn.By, turn.Now)],
                turn
            );
    }

    internal static void Map(IEndpointRouteBuilder measures) =>
        measures
            .MapPost("/extension", HandleAsync)
            .RequireRoles(Roles.Approver, Roles.System)
            .WithSummary("Keeps a measure in force beyond its end by a further title.")
            .WithDescription(
                "`maximumDays` counts from the day on which the measure took effect; `until` is the last day, and all that the "
                    + "title allows when absent."
            )
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        string measure,
        Body body,
        ActionDesk desk,
        CancellationToken cancellation
    )
    {
        var shape = new Shape();
        var title = shape.Title(measure, body, connector: null);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        DateOnly? until = body.Until is { } day
            ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
        var calendars = await Calendars.LoadAsync(desk.Session, [desk.Session.Authority], cancellation);
        return await desk.DecideAsync(
            id,
            (current, turn) =>
                Decide(
                    current,
                    new(title with { Connector = current.Measures.GetValueOrDefault(measure)?.Title.Connector }, until),
                    calendars,
                    turn
                ),
            cancellation
        );
    }

    /// <summary>The further title.</summary>
    /// <param name="IssuedOn">ISO day.</param>
    /// <param name="Until">Last day, as an ISO date.</param>
    public sealed record Body(
        string? Number,
        string? IssuedBy,
        string? IssuedOn,
        int? MaximumDays = null,
        string? Until = null
    );
}
