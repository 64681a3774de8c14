using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Measures.Domain;

/// <summary>What happens to measures once they are released; events of the action's own stream.</summary>
public abstract record MeasureEvent : ActionEvent;

/// <summary>What became of a measure, told by a person or by the connection that carries it out; a later word corrects an earlier one.</summary>
/// <param name="Instruction">The instruction that it answers; absent for a person's word.</param>
/// <param name="EndsAt">When the measure ends by itself; absent when it does not.</param>
public sealed record OutcomeRecorded(
    string Measure,
    Outcome Outcome,
    Guid? Instruction,
    DateTimeOffset? EndsAt,
    string By,
    DateTimeOffset At
) : MeasureEvent;

/// <summary>The measure has taken effect for the first time: what the authority's notices begin from.</summary>
/// <param name="EffectiveOn">ISO day where the authority sits.</param>
public sealed record MeasureMadeKnown(
    Guid ActionId,
    string Measure,
    string Kind,
    Matter Matter,
    Target[] Targets,
    string TitleNumber,
    string EffectiveOn,
    string Tlp,
    string[] Groups,
    string[] Members,
    DateTimeOffset At
) : MeasureEvent;

public sealed record MeasureExtended(string Measure, Title Title, DateTimeOffset EndsAt, string By, DateTimeOffset At)
    : MeasureEvent;

/// <param name="Instruction">What the connection is told; absent without one.</param>
public sealed record MeasureLifted(string Measure, string Reason, Guid? Instruction, string By, DateTimeOffset At)
    : MeasureEvent;

/// <summary>Its time ran out.</summary>
public sealed record MeasureEnded(string Measure, Guid? Instruction, DateTimeOffset At) : MeasureEvent;

// Connections: what was told to them, and what came back.

/// <summary>The connection lifted or ended the measure where it holds.</summary>
public sealed record InstructionCarriedOut(string Measure, Guid Instruction, string? Number, DateTimeOffset At)
    : MeasureEvent;

/// <summary>The connection says that it cannot lift or end the measure.</summary>
public sealed record InstructionFailed(string Measure, Guid Instruction, string Reason, DateTimeOffset At)
    : MeasureEvent;

/// <summary>There is no answer yet that counts; recorded when the reason is another than before.</summary>
public sealed record InstructionUnanswered(string Measure, Guid Instruction, string Reason, DateTimeOffset At)
    : MeasureEvent;

/// <summary>The connection is not asked again; a person decides.</summary>
public sealed record InstructionGivenUp(string Measure, Guid Instruction, string Reason, DateTimeOffset At)
    : MeasureEvent;

// What has to be done after.
/// <param name="Due">ISO day by whose end it has to be done.</param>
public sealed record FollowUpSet(
    string Measure,
    int Number,
    string Text,
    string Due,
    DateTimeOffset DueAt,
    string By,
    DateTimeOffset At
) : MeasureEvent;

public sealed record FollowUpDone(string Measure, int Number, string? Note, string By, DateTimeOffset At)
    : MeasureEvent;

/// <summary>What became of a participant's measure, at the lead.</summary>
/// <param name="Number">Counts what is told of one measure; a higher number replaces a lower one.</param>
public sealed record OutcomeTold(string Authority, int Number, Result Result, Guid LetterId, DateTimeOffset At)
    : MeasureEvent;
