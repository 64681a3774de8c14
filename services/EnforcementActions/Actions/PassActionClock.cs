using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Disputes;
using CaseCoordination.EnforcementActions.Measures;
using CaseCoordination.EnforcementActions.Statements;
using CaseCoordination.Platform.Deadlines;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>The clocks of a file: until when to be ready, the cut-off, T-0.</summary>
public static class PassActionClock
{
    public const string By = "clock";
    private const string ReadyKey = "ready.";
    private const string CutOffKey = "cut-off.";
    private const string ReleaseKey = "release.";

    /// <summary>From when on a release counts as late.</summary>
    public static TimeSpan Late { get; } = TimeSpan.FromSeconds(1);

    /// <summary>The clock by which an authority is to say whether it is ready.</summary>
    public static string ReadyKeyOf(CoordinatedAction file, string authority) =>
        $"{ReadyKey}{file.Plan.Version}.{authority}";

    public static IEnumerable<OpenDeadline> Running(CoordinatedAction file) =>
        [
            .. RunningUpToRelease(file),
            .. PassStatementClock.Running(file),
            .. PassDisputeClock.Running(file),
            .. MeasureClocks.Running(file),
        ];

    private static IEnumerable<OpenDeadline> RunningUpToRelease(CoordinatedAction file)
    {
        if (file.Proposed == 0 || file.Proposed != file.Plan.Version || file.Stage == ActionStage.Concluded)
        {
            yield break;
        }

        var (version, schedule) = (file.Plan.Version, file.Plan.Schedule);
        foreach (var late in Awaited(file))
        {
            var key = ReadyKeyOf(file, late);
            if (!file.Passed.Contains($"{key}/fail"))
            {
                yield return new OpenDeadline(
                    key,
                    file.Passed.Contains($"{key}/warn") ? null : WarnAt(file, schedule),
                    schedule.ReadyBy
                );
            }
        }

        if (file.CutOffVersion != version && file.Order?.Standing != Standing.Aborted)
        {
            yield return new OpenDeadline($"{CutOffKey}{version}", null, schedule.CutOff);
        }

        if (file.WillRelease)
        {
            yield return new OpenDeadline($"{ReleaseKey}{version}", null, schedule.ReleaseAt);
        }
    }

    /// <summary>T-0 as an act; whoever notices it first, the letter that tells of it has the same id.</summary>
    public static Turn ReleaseTurn(CoordinatedAction file, DateTimeOffset now) =>
        new(
            By,
            SeedOf(
                file,
                new(file.Id, $"{ReleaseKey}{file.Plan.Version}", DeadlineStage.Fail, file.Plan.Schedule.ReleaseAt)
            ),
            now
        );

    public static Decision<ActionEvent> Decide(CoordinatedAction file, PassedDeadline passed, DateTimeOffset now)
    {
        if (!Running(file).Any(d => d.Key == passed.Key && IsDue(d, passed, now)))
        {
            return new NoChange();
        }

        var turn = new Turn(By, SeedOf(file, passed), now);
        return passed.Key switch
        {
            var key when key.StartsWith(ReleaseKey, StringComparison.Ordinal) => Orders.Release(
                file,
                file.Clock,
                Late,
                turn
            ),
            var key when MeasureClocks.IsEnd(key, passed.Stage) => MeasureClocks.End(file, key, turn),
            var key when key.StartsWith(CutOffKey, StringComparison.Ordinal) => new CutOffPassed(
                file.Plan.Version,
                now
            ),
            var key when key.StartsWith(PassStatementClock.Prefix, StringComparison.Ordinal) =>
                PassStatementClock.Decide(file, key, turn),
            var key => passed.Stage == DeadlineStage.Warn
                ? new ActionClockWarned(key, OnOf(key), passed.DueAt, now)
                : new ActionClockFailed(key, OnOf(key), passed.DueAt, now),
        };
    }

    // The lead waits for everybody, a participant for itself.
    private static IEnumerable<string> Awaited(CoordinatedAction file) =>
        file
            .Plan.Participants.Select(p => p.Authority)
            .Where(code => file.IsLead || code == file.Authority)
            .Where(code => file.Stands[code].For(file.Plan) == Readiness.Open && file.Order is null);

    private static DateTimeOffset WarnAt(CoordinatedAction file, Schedule schedule) =>
        file.OpenedAt + ((schedule.ReadyBy - file.OpenedAt) * 0.75);

    private static bool IsDue(OpenDeadline open, PassedDeadline passed, DateTimeOffset now) =>
        passed.Stage == DeadlineStage.Warn ? open.WarnAt <= now : open.FailAt <= now;

    private static string OnOf(string key) => key[(key.LastIndexOf('.') + 1)..];

    private static Guid SeedOf(CoordinatedAction file, PassedDeadline passed) =>
        LetterIds.Of(file.Id, file.Authority, $"{passed.Key}/{passed.Stage}/{file.Order?.Number}");
}
