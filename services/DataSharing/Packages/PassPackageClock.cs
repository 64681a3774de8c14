using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Packages.Retrieval;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Deadlines;

namespace CaseCoordination.DataSharing.Packages;

/// <summary>The clock of a release: its contents are given until a day; both sides know, and the recipient gives up then.</summary>
public static class PassPackageClock
{
    public const string Key = "retrieval";
    public const string By = "clock";
    private static readonly TimeSpan WarnBefore = TimeSpan.FromDays(1);

    public static IEnumerable<OpenDeadline> Running(Package current)
    {
        if (IsRunning(current, out var until))
        {
            yield return new OpenDeadline(Key, current.Warned == until - WarnBefore ? null : until - WarnBefore, until);
        }
    }

    public static Decision<PackageEvent> Decide(Package current, PassedDeadline passed, DateTimeOffset now)
    {
        if (passed.Key != Key || !IsRunning(current, out var until))
        {
            return new NoChange();
        }

        return passed.Stage switch
        {
            DeadlineStage.Warn when current.Warned != until - WarnBefore && now >= until - WarnBefore =>
                new PackageClockWarned(Key, current.Recipient, until - WarnBefore, now),
            DeadlineStage.Fail when now >= until => Fail(current, until, now),
            _ => new NoChange(),
        };
    }

    private static PackageEvent[] Fail(Package current, DateTimeOffset until, DateTimeOffset now)
    {
        var failed = new PackageClockFailed(Key, current.Recipient, until, now);
        return current.IsFetching
            ? [failed, .. RecordArrival.Expire(current, new Turn(By, current.Id, now))]
            : [failed];
    }

    private static bool IsRunning(Package current, out DateTimeOffset until)
    {
        until = current.RetrieveBy ?? default;
        return current.RetrieveBy is not null
            && current.Failed != until
            && (
                current.Side == PackageSide.Recipient
                    ? current.IsFetching
                    : current is { Release: not null, Report: null }
            );
    }
}
