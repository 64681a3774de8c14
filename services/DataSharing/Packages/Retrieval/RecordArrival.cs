using CaseCoordination.DataSharing.Packages.Contents;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Packages.Retrieval;

/// <summary>What came of fetching one item; once nothing is pending any more, the sender is told by letter.</summary>
public static class RecordArrival
{
    public const string Corrupt = "corrupt";
    public const string TooLate = "too-late";

    /// <summary>An item is in the vault and is what the manifest says.</summary>
    public static Decision<PackageEvent> Retrieved(Package current, int number, Turn turn)
    {
        if (Pending(current, number) is not { } item)
        {
            return new NoChange();
        }

        return WithReport(
            current,
            turn,
            new ItemRetrieved(
                current.Id,
                number,
                item,
                current.Other,
                current.Request,
                current.Conditions,
                [.. current.Obligations],
                current.Basis!,
                turn.Now
            )
        );
    }

    /// <summary>What arrived is not what the manifest says; it was discarded, and after some times it is given up.</summary>
    public static Decision<PackageEvent> Differs(Package current, int number, ContentFacts found, int tries, Turn turn)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (Pending(current, number) is not { } item)
        {
            return new NoChange();
        }

        var corrupt = new ItemCorrupt(number, item.Size, item.Sha256, found.Size, found.Sha256, turn.Now);
        return current.Arrivals.First(a => a.Number == number).Corruptions + 1 < tries
            ? corrupt
            : WithReport(current, turn, corrupt, new ItemFailed(number, Corrupt, turn.Now));
    }

    /// <summary>The sender gives the contents no longer.</summary>
    public static PackageEvent[] Expire(Package current, Turn turn) =>
        WithReport(
            current,
            turn,
            [.. current.Arrivals.Where(a => a.IsPending).Select(a => new ItemFailed(a.Number, TooLate, turn.Now))]
        );

    private static SharedItem? Pending(Package current, int number) =>
        current.Arrivals.Any(a => a.Number == number && a.IsPending)
            ? current.Shared.First(i => i.Number == number)
            : null;

    private static PackageEvent[] WithReport(Package current, Turn turn, params PackageEvent[] happened)
    {
        var after = Fold.Onto(current, happened);
        if (after.IsFetching)
        {
            return happened;
        }

        var report = after.Reports.Length + 1;
        var outcomes = after
            .Arrivals.Select(a =>
                after.Shared.First(i => i.Number == a.Number) is var item && a.Failure is null
                    ? new ItemOutcome(a.Number, item.Sha256, item.Size, null)
                    : new ItemOutcome(a.Number, null, null, a.Failure)
            )
            .ToArray();
        var letter = PackageOutbound.ReportIdOf(after, report);
        return
        [
            .. happened,
            Array.TrueForAll(outcomes, o => o.Failure is null)
                ? new PackageRetrieved(report, outcomes, letter, turn.By, turn.Now)
                : new RetrievalFailed(report, outcomes, letter, turn.By, turn.Now),
            PackageOutbound.Report(after, report, outcomes, turn),
        ];
    }
}
