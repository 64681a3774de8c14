using System.Diagnostics;
using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Measures.Domain;

/// <summary>What T-0 and what comes after it do to own measures, and what is told of the others'.</summary>
internal static class MeasureFold
{
    /// <summary>From its release on, each own measure is under way with the targets and the title of that moment.</summary>
    public static CoordinatedAction Begin(CoordinatedAction file, ActionReleased e) =>
        file with
        {
            Measures = file.Measures.SetItems(
                file.Plan.MeasuresOf(file.Authority)
                    .Select(m => KeyValuePair.Create(m.Id, Begin(file, m, e.Release.At)))
            ),
        };

    public static CoordinatedAction Evolve(CoordinatedAction file, MeasureEvent @event) =>
        @event switch
        {
            OutcomeRecorded e => Tell(file, e.Measure, m => Record(m, e)),
            MeasureMadeKnown e => Change(file, e.Measure, m => m with { IsKnown = true }),
            MeasureExtended e => Tell(
                file,
                e.Measure,
                m => m with { State = MeasureState.Extended, Title = e.Title, EndsAt = e.EndsAt }
            ),
            MeasureLifted e => Tell(
                file,
                e.Measure,
                m =>
                    m with
                    {
                        State = MeasureState.Lifted,
                        LiftedFor = e.Reason,
                        OverAt = e.At,
                        Instruction = Open(e.Instruction, InstructionKinds.Lift, e.At) ?? m.Instruction,
                    }
            ),
            MeasureEnded e => Tell(
                file,
                e.Measure,
                m =>
                    m with
                    {
                        State = MeasureState.Ended,
                        OverAt = m.EndsAt,
                        Instruction = Open(e.Instruction, InstructionKinds.End, e.At) ?? m.Instruction,
                    }
            ),
            InstructionCarriedOut e => Move(file, e.Measure, InstructionStates.Done, null),
            InstructionFailed e => Move(file, e.Measure, InstructionStates.Failed, e.Reason),
            InstructionUnanswered e => Move(file, e.Measure, InstructionStates.Open, e.Reason),
            InstructionGivenUp e => Move(file, e.Measure, InstructionStates.GivenUp, e.Reason),
            FollowUpSet e => Change(
                file,
                e.Measure,
                m => m with { FollowUps = m.FollowUps.Add(new(e.Number, e.Text, e.Due, e.DueAt, e.By)) }
            ),
            FollowUpDone e => Change(
                file,
                e.Measure,
                m => m with { FollowUps = [.. m.FollowUps.Select(f => Done(f, e))] }
            ),
            OutcomeTold e => file.Update(e.Authority, s => With(s, e.Result)) with
            {
                OutcomeNumbers = file.OutcomeNumbers.SetItem(NumberKey(e.Authority, e.Result.Measure), e.Number),
            },
            _ => throw new UnreachableException($"{@event.GetType().Name} is not an event of a measure."),
        };

    /// <summary>Under which name the last number told of a participant's measure is kept.</summary>
    public static string NumberKey(string authority, string measure) => $"{authority}/{measure}";

    private static MeasureFile Begin(CoordinatedAction file, PlannedMeasure measure, DateTimeOffset at)
    {
        var title =
            file.Titles.GetValueOrDefault(measure.Id)
            ?? new Title(measure.Id, "", "", "", MaximumDays: null, Connector: null);
        return new MeasureFile(
            measure,
            [.. file.Plan.Targets.Where(t => measure.Targets.Contains(t.Id, StringComparer.Ordinal))],
            title,
            at
        )
        {
            Instruction = title.Connector is null
                ? null
                : Open(InstructionIds.Of(file, measure.Id, InstructionKinds.Apply), InstructionKinds.Apply, at),
        };
    }

    private static MeasureFile Record(MeasureFile measure, OutcomeRecorded e) =>
        measure with
        {
            State = e.Outcome.State,
            Outcome = e.Outcome,
            History = measure.History.Add(new(e.Outcome, e.By, e.At)),
            EndsAt = e.EndsAt,
            Instruction =
                e.Instruction is not null && measure.Instruction is { } told
                    ? told with
                    {
                        State =
                            e.Outcome.State == MeasureState.Failed ? InstructionStates.Failed : InstructionStates.Done,
                        Reason = e.Outcome.Reason,
                    }
                    : measure.Instruction,
        };

    private static Instruction? Open(Guid? id, string kind, DateTimeOffset at) =>
        id is { } known ? new Instruction(known, kind, InstructionStates.Open, Reason: null, at) : null;

    private static FollowUp Done(FollowUp followUp, FollowUpDone e) =>
        followUp.Number == e.Number ? followUp with { DoneAt = e.At, Note = e.Note } : followUp;

    private static CoordinatedAction Move(CoordinatedAction file, string id, string state, string? reason) =>
        Change(file, id, m => m with { Instruction = m.Instruction! with { State = state, Reason = reason } });

    // What the others are told goes with a number, and stands in this authority's own row too.
    private static CoordinatedAction Tell(CoordinatedAction file, string id, Func<MeasureFile, MeasureFile> change)
    {
        var after = Change(file, id, m => change(m) with { Revision = m.Revision + 1 });
        return after.Measures[id].Result is { } result ? after.Update(file.Authority, s => With(s, result)) : after;
    }

    private static CoordinatedAction Change(CoordinatedAction file, string id, Func<MeasureFile, MeasureFile> change) =>
        file with
        {
            Measures = file.Measures.SetItem(id, change(file.Measures[id])),
        };

    private static Stand With(Stand stand, Result result) =>
        stand with
        {
            Results =
            [
                .. stand
                    .Results.Where(r => r.Measure != result.Measure)
                    .Append(result)
                    .OrderBy(r => r.Measure, StringComparer.Ordinal),
            ],
        };
}
