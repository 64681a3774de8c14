using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures.Domain;

namespace CaseCoordination.EnforcementActions.Measures.Connections;

/// <summary>What a connection answered to an instruction; only the first answer that counts has an effect.</summary>
/// <param name="GiveUpAfter">After so long without an answer it is not asked again.</param>
public sealed record RecordAnswer(string Measure, Guid Instruction, Answer Answer, TimeSpan GiveUpAfter)
{
    // Clocks of others may be a little ahead.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);

    public static Decision<ActionEvent> Decide(
        CoordinatedAction current,
        RecordAnswer command,
        Calendars calendars,
        Turn turn
    )
    {
        if (
            current.Measures.GetValueOrDefault(command.Measure) is not { Instruction: { } told } measure
            || told.Id != command.Instruction
            || told.State != InstructionStates.Open
        )
        {
            return new NoChange();
        }

        var doubt = command.Answer.Outcome is { } word ? Doubt(current, word, turn.Now) : command.Answer.Reason;
        return doubt is not null ? Unanswered(measure, told, doubt, command.GiveUpAfter, turn)
            : told.Kind == InstructionKinds.Apply
                ? RecordOutcome.Record(current, measure, command.Answer.Outcome!, told.Id, calendars, turn)
            : command.Answer.Outcome
                is { State: MeasureState.Failed or MeasureState.ExecutedInPart, Reason: var reason }
                ? new InstructionFailed(measure.Id, told.Id, reason ?? "", turn.Now)
            : new InstructionCarriedOut(measure.Id, told.Id, command.Answer.Outcome!.Number, turn.Now);
    }

    // A measure that is said to have taken effect before T-0, or that has yet to, did not take effect as it was ordered.
    private static string? Doubt(CoordinatedAction current, Outcome outcome, DateTimeOffset now) =>
        outcome.State == MeasureState.Failed ? null
        : outcome.EffectiveAt < current.Plan.Schedule.ReleaseAt ? "effective-before-release"
        : outcome.EffectiveAt > now + Ahead ? "effective-in-future"
        : null;

    private static Decision<ActionEvent> Unanswered(
        MeasureFile measure,
        Instruction told,
        string reason,
        TimeSpan giveUpAfter,
        Turn turn
    ) =>
        turn.Now >= told.At + giveUpAfter ? new InstructionGivenUp(measure.Id, told.Id, reason, turn.Now)
        : told.Reason == reason ? new NoChange()
        : new InstructionUnanswered(measure.Id, told.Id, reason, turn.Now);
}
