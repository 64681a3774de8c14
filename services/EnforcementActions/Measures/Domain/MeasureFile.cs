using System.Collections.Immutable;
using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Measures.Domain;

/// <summary>One own measure from its release on.</summary>
/// <param name="Targets">Those of the plan by which it was released.</param>
public sealed record MeasureFile(
    PlannedMeasure Plan,
    ImmutableArray<Target> Targets,
    Title Title,
    DateTimeOffset ReleasedAt
)
{
    public MeasureState State { get; init; } = MeasureState.UnderWay;

    /// <summary>The last word on it.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>Every word so far, oldest first.</summary>
    public ImmutableArray<OutcomeLine> History { get; init; } = [];
    public DateTimeOffset? EndsAt { get; init; }
    public string? LiftedFor { get; init; }
    public DateTimeOffset? OverAt { get; init; }

    /// <summary>What the connection was told last; null where a person carries it out.</summary>
    public Instruction? Instruction { get; init; }
    public ImmutableArray<FollowUp> FollowUps { get; init; } = [];

    /// <summary>Counts what the others were to be told of it.</summary>
    public int Revision { get; init; }
    public bool IsKnown { get; init; }

    public string Id => Plan.Id;

    public bool IsInForce => State is MeasureState.Executed or MeasureState.ExecutedInPart or MeasureState.Extended;

    public bool IsOver => State is MeasureState.Lifted or MeasureState.Ended;

    /// <summary>True while the connection has still to answer for what it was told to do at first.</summary>
    public bool IsWithConnection => Instruction is { Kind: InstructionKinds.Apply, State: InstructionStates.Open };

    /// <summary>As it is told to the others; null while there is nothing to tell.</summary>
    public Result? Result =>
        Outcome is not { } outcome
            ? null
            : new Result(
                Id,
                WordOf(State),
                State == MeasureState.Lifted ? LiftedFor : outcome.Reason,
                outcome.Number ?? Title.Number,
                Plan.Kind == MeasureKinds.Fine && State != MeasureState.Failed ? outcome.Fine ?? Plan.Fine : null,
                OverAt ?? outcome.EffectiveAt,
                IsInForce ? EndsAt : null,
                outcome.Frozen
            );

    /// <summary>A state as letters, rows and filters spell it.</summary>
    public static string WordOf(MeasureState state) =>
        state switch
        {
            MeasureState.UnderWay => "under-way",
            MeasureState.ExecutedInPart => "executed-in-part",
            MeasureState.Executed => "executed",
            MeasureState.Failed => "failed",
            MeasureState.Extended => "extended",
            MeasureState.Lifted => "lifted",
            _ => "ended",
        };

    /// <summary>The next instant at which something is due on it; null when nothing is.</summary>
    public DateTimeOffset? DueAt =>
        FollowUps
            .Where(f => f.DoneAt is null)
            .Select(f => (DateTimeOffset?)f.DueAt)
            .Append(IsInForce ? EndsAt : null)
            .Append(State == MeasureState.UnderWay ? ReleasedAt : null)
            .Min();
}

/// <summary>Where a measure stands.</summary>
public enum MeasureState
{
    UnderWay,
    Executed,
    ExecutedInPart,
    Failed,

    /// <summary>In force beyond its first end, by a further title.</summary>
    Extended,
    Lifted,

    /// <summary>Its time ran out.</summary>
    Ended,
}

/// <summary>A word on what became of a measure.</summary>
/// <param name="State">Executed, executed in part or failed.</param>
/// <param name="Number">The number under which it was carried out, where it is not the title's.</param>
/// <param name="Frozen">What a freeze caught.</param>
/// <param name="Fine">What a fine came to, where it is not what was planned.</param>
public sealed record Outcome(
    MeasureState State,
    string? Reason,
    string? Number,
    DateTimeOffset EffectiveAt,
    Money? Frozen,
    Money? Fine
);

/// <summary>One word in the history of a measure.</summary>
public sealed record OutcomeLine(Outcome Outcome, string By, DateTimeOffset At);

/// <summary>What a connection was told to do.</summary>
/// <param name="Id">The same however often it is sent: the receiver carries it out once.</param>
/// <param name="Kind">apply, lift or end.</param>
/// <param name="State">open, done, failed or given-up.</param>
/// <param name="Reason">Why there is no answer yet, or why it failed.</param>
public sealed record Instruction(Guid Id, string Kind, string State, string? Reason, DateTimeOffset At);

public static class InstructionKinds
{
    public const string Apply = "apply";
    public const string Lift = "lift";
    public const string End = "end";
}

public static class InstructionStates
{
    public const string Open = "open";
    public const string Done = "done";
    public const string Failed = "failed";
    public const string GivenUp = "given-up";
}

/// <summary>Something that has to be done on a measure by the end of a day.</summary>
public sealed record FollowUp(int Number, string Text, string Due, DateTimeOffset DueAt, string By)
{
    public DateTimeOffset? DoneAt { get; init; }
    public string? Note { get; init; }
}
