using System.Globalization;
using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.EnforcementActions.Measures;

/// <summary>A person says what became of a measure, or corrects what was said before.</summary>
public sealed record RecordOutcome(string Measure, Outcome Outcome)
{
    public static Decision<ActionEvent> Decide(
        CoordinatedAction current,
        RecordOutcome command,
        Calendars calendars,
        Turn turn
    )
    {
        if (MeasureRefusals.Missing(current, command.Measure) is { } missing)
        {
            return missing;
        }

        var measure = current.Measures[command.Measure];
        return measure.Outcome == command.Outcome ? new NoChange()
            : Refuse(current, command.Outcome, turn.Now) is { } refusal ? refusal
            : measure.IsOver ? new Refusal("measure-over", "The measure was lifted or has ended.")
            : measure.IsWithConnection
                ? new Refusal(
                    "connection-under-way",
                    $"{measure.Title.Connector} carries it out; wait for its answer, or until it is given up."
                )
            : Record(current, measure, command.Outcome, null, calendars, turn);
    }

    /// <summary>The outcome with all that follows: its end, the others' news, the authority's notices.</summary>
    /// <param name="instruction">The instruction that it answers; null for a person's word.</param>
    internal static Decision<ActionEvent> Record(
        CoordinatedAction current,
        MeasureFile measure,
        Outcome outcome,
        Guid? instruction,
        Calendars calendars,
        Turn turn
    )
    {
        var hasEffect = outcome.State != MeasureState.Failed;
        List<ActionEvent> change =
        [
            new OutcomeRecorded(
                measure.Id,
                outcome,
                instruction,
                hasEffect ? EndOf(current, measure, outcome, calendars) : null,
                turn.By,
                turn.Now
            ),
        ];
        if (hasEffect && !measure.IsKnown)
        {
            change.Add(
                new MeasureMadeKnown(
                    current.Id,
                    measure.Id,
                    measure.Plan.Kind,
                    current.Plan.Matter,
                    [.. measure.Targets],
                    outcome.Number ?? measure.Title.Number,
                    calendars
                        .DayOf(current.Authority, outcome.EffectiveAt)
                        .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    current.Plan.Tlp,
                    [.. current.Groups],
                    [.. current.Members],
                    turn.Now
                )
            );
        }

        return MeasureNews.Tell(current, measure.Id, [.. change], turn);
    }

    internal static void Map(IEndpointRouteBuilder measures) =>
        measures
            .MapPost("/outcome", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.Approver, Roles.System)
            .WithSummary("Says what became of a released measure: executed, executed-in-part or failed.")
            .WithDescription(
                "A later word corrects an earlier one; all of them stay. `effectiveAt` is now when absent. `reason` is needed "
                    + "where it failed or took effect in part. A measure that a connection carries out is answered for by the "
                    + "connection until it is given up."
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
        var now = desk.NewTurn().Now;
        var shape = new Shape();
        var outcome = shape.Outcome(body, now);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var calendars = await Calendars.LoadAsync(desk.Session, [desk.Session.Authority], cancellation);
        return await desk.DecideAsync(
            id,
            (current, turn) => Decide(current, new(measure, outcome), calendars, turn),
            cancellation
        );
    }

    private static Refusal? Refuse(CoordinatedAction current, Outcome outcome, DateTimeOffset now) =>
        outcome.EffectiveAt < current.Plan.Schedule.ReleaseAt
            ? new Refusal(
                "before-release",
                $"Nothing takes effect before T-0, {current.Plan.Schedule.ReleaseAt:u}.",
                "effectiveAt"
            )
        : outcome.EffectiveAt > now ? new Refusal("in-future", "It cannot have taken effect yet.", "effectiveAt")
        : null;

    // The title's maximum counts whole days from the one on which it took effect; a further title has its own end.
    private static DateTimeOffset? EndOf(
        CoordinatedAction current,
        MeasureFile measure,
        Outcome outcome,
        Calendars calendars
    ) =>
        measure.State == MeasureState.Extended ? measure.EndsAt
        : measure.Title.MaximumDays is { } days ? LegalEnd(current.Authority, outcome.EffectiveAt, days, calendars)
        : null;

    /// <summary>The end of the last day that a title allows, where the authority sits.</summary>
    internal static DateTimeOffset LegalEnd(
        string authority,
        DateTimeOffset effective,
        int days,
        Calendars calendars
    ) => calendars.EndOf(authority, calendars.DayOf(authority, effective).AddDays(days));

    /// <summary>What became of it.</summary>
    /// <param name="State">executed, executed-in-part or failed.</param>
    /// <param name="Number">The number under which it was carried out, where it is not the title's.</param>
    /// <param name="AmountFrozen">What a freeze caught.</param>
    /// <param name="Fine">What a fine came to, where it is not what was planned.</param>
    public sealed record Body(
        string? State,
        string? Reason = null,
        string? Number = null,
        DateTimeOffset? EffectiveAt = null,
        MoneyBody? AmountFrozen = null,
        MoneyBody? Fine = null
    );
}

/// <summary>An amount as a caller writes it: a decimal in words of digits, and an ISO 4217 code.</summary>
public sealed record MoneyBody(string? Amount, string? Currency);
