using System.Globalization;
using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures.Domain;
using CaseCoordination.Platform.Deadlines;

namespace CaseCoordination.EnforcementActions.Measures;

/// <summary>The clocks of released measures: their legal end, and what has to be done on them.</summary>
internal static class MeasureClocks
{
    private const string EndKey = "measure-end.";
    private const string FollowUpKey = "follow-up.";

    /// <summary>How long before its end a measure's people are warned; not sooner than after three quarters of its time.</summary>
    private static readonly TimeSpan Warning = TimeSpan.FromDays(7);

    public static IEnumerable<OpenDeadline> Running(CoordinatedAction file) =>
        file.Measures.Values.SelectMany(m => Running(file, m));

    public static bool IsEnd(string key, DeadlineStage stage) =>
        stage == DeadlineStage.Fail && key.StartsWith(EndKey, StringComparison.Ordinal);

    /// <summary>A measure's time ran out: it ends without anybody's act, and a connection that holds it is told.</summary>
    public static Decision<ActionEvent> End(CoordinatedAction file, string key, Turn turn)
    {
        var measure = file.Measures.Values.First(m => m.IsInForce && KeyOf(m) == key);
        Guid? instruction = measure.Title.Connector is null
            ? null
            : InstructionIds.Of(file, measure.Id, InstructionKinds.End);
        return MeasureNews.Tell(file, measure.Id, [new MeasureEnded(measure.Id, instruction, turn.Now)], turn);
    }

    private static IEnumerable<OpenDeadline> Running(CoordinatedAction file, MeasureFile measure)
    {
        if (measure is { IsInForce: true, EndsAt: { } end })
        {
            var begun = measure.Outcome!.EffectiveAt;
            var warn = Later(end - Warning, begun + ((end - begun) * 0.75));
            yield return new OpenDeadline(
                KeyOf(measure),
                file.Passed.Contains($"{KeyOf(measure)}/warn") ? null : warn,
                end
            );
        }

        foreach (var followUp in measure.FollowUps.Where(f => f.DoneAt is null))
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{FollowUpKey}{followUp.Number}.{measure.Id}");
            if (!file.Passed.Contains($"{key}/fail"))
            {
                yield return new OpenDeadline(
                    key,
                    file.Passed.Contains($"{key}/warn") ? null : followUp.DueAt.AddDays(-1),
                    followUp.DueAt
                );
            }
        }
    }

    // An extension begins a clock of its own.
    private static string KeyOf(MeasureFile measure) =>
        string.Create(CultureInfo.InvariantCulture, $"{EndKey}{measure.EndsAt:yyyyMMddHHmm}.{measure.Id}");

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
