using System.Diagnostics;
using System.Globalization;
using CaseCoordination.EnforcementActions.Measures.Domain;

namespace CaseCoordination.EnforcementActions.Measures.Questions;

/// <summary>What happened to measures, as lines of the action's timeline.</summary>
internal static class MeasureTimeline
{
    public static TimelineEntry EntryOf(MeasureEvent @event, long version, string name, string? actor)
    {
        TimelineEntry Line(
            DateTimeOffset at,
            string? who,
            string about,
            string? detail = null,
            string? note = null,
            Guid? letter = null
        ) => new(version, at, name, who ?? actor, about, detail, note, letter);

        return @event switch
        {
            OutcomeRecorded e => Line(e.At, e.By, e.Measure, Kebab.Of(e.Outcome.State), e.Outcome.Reason),
            MeasureMadeKnown e => Line(e.At, null, e.Measure, e.Kind, e.EffectiveOn),
            MeasureExtended e => Line(e.At, e.By, e.Measure, DayOf(e.EndsAt), $"{e.Title.Number}, {e.Title.IssuedBy}"),
            MeasureLifted e => Line(e.At, e.By, e.Measure, note: e.Reason),
            MeasureEnded e => Line(e.At, null, e.Measure),
            InstructionCarriedOut e => Line(e.At, null, e.Measure, note: e.Number),
            InstructionFailed e => Line(e.At, null, e.Measure, note: e.Reason),
            InstructionUnanswered e => Line(e.At, null, e.Measure, e.Reason),
            InstructionGivenUp e => Line(e.At, null, e.Measure, e.Reason),
            FollowUpSet e => Line(e.At, e.By, e.Measure, e.Due, e.Text),
            FollowUpDone e => Line(e.At, e.By, e.Measure, e.Number.ToString(CultureInfo.InvariantCulture), e.Note),
            OutcomeTold e => Line(e.At, e.Authority, e.Result.Measure, e.Result.State, e.Result.Reason, e.LetterId),
            _ => throw new UnreachableException($"{@event.GetType().Name} has no line."),
        };
    }

    private static string DayOf(DateTimeOffset at) => at.ToString("u", CultureInfo.InvariantCulture);
}
