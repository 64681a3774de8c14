using CaseCoordination.EnforcementActions.Actions.Board;
using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Actions.Questions;

/// <summary>Who has to act on an action now, and how its clocks stand.</summary>
internal static class ActionWaits
{
    private const string Running = "running";
    private const string Overdue = "overdue";

    public static IEnumerable<WaitLine> Of(CoordinatedAction file) =>
        file.Stage is ActionStage.Unknown or ActionStage.Concluded ? []
        : file.Order?.Standing == Standing.Aborted ? Receipts(file)
        : file.Proposed != file.Plan.Version
            ? [Line(file, file.Lead, "proposal", file.OpenedAt, file.Plan.Schedule.ReadyBy)]
        :
        [
            .. Votes(file),
            .. Titles(file),
            .. Receipts(file),
            .. Clocks(file),
            .. Unreleased(file),
            .. Outcomes(file),
            .. PartWaits.Of(file),
        ];

    // After the cut-off no vote is taken any more.
    private static IEnumerable<WaitLine> Votes(CoordinatedAction file)
    {
        if (IsPastCutOff(file))
        {
            yield break;
        }

        foreach (var stand in Participants(file))
        {
            var schedule = file.Plan.Schedule;
            switch (stand.For(file.Plan))
            {
                case Readiness.Open:
                    yield return Line(file, stand.Authority, "readiness", file.ProposedAt, schedule.ReadyBy);
                    break;
                case Readiness.Hold:
                    yield return Line(file, stand.Authority, "release-of-hold", stand.Vote!.At, schedule.CutOff);
                    break;
                default:
                    break;
            }
        }
    }

    // Titles are each authority's own: what the others lack is not known here before they are ready.
    private static IEnumerable<WaitLine> Titles(CoordinatedAction file) =>
        !IsPastCutOff(file)
        && file.OwnReadiness is Readiness.Open or Readiness.Hold
        && file.Plan.MeasuresOf(file.Authority).Any(m => !file.Titles.ContainsKey(m.Id))
            ? [Line(file, file.Authority, "titles", file.ProposedAt, file.Plan.Schedule.ReadyBy)]
            : [];

    private static IEnumerable<WaitLine> Receipts(CoordinatedAction file) =>
        file
            .Stands.Values.Where(s => s.Receipt is { Effect: OrderEffect.Unconfirmed })
            .Select(s => new WaitLine(
                s.Authority,
                "order-receipt",
                s.Receipt!.At,
                file.Plan.Schedule.CutOff,
                IsPastCutOff(file) ? Overdue : Running
            ));

    // Whoever is to act at an instant is told in time that its clock is poor.
    private static IEnumerable<WaitLine> Clocks(CoordinatedAction file) =>
        Balls.Clocks(file).Select(l => new WaitLine(l.Who, "clock", l.Since, l.DueAt, l.State));

    private static IEnumerable<WaitLine> Unreleased(CoordinatedAction file) =>
        Participants(file)
            .Where(s => s.Release is null && s.Unreleased is not null)
            .Select(s => new WaitLine(s.Authority, "release", file.Plan.Schedule.ReleaseAt, null, Overdue));

    private static IEnumerable<WaitLine> Outcomes(CoordinatedAction file) =>
        from stand in Participants(file)
        where stand.Release is not null
        from measure in file.Plan.MeasuresOf(stand.Authority)
        where stand.Results.All(r => r.Measure != measure.Id)
        select new WaitLine(stand.Authority, $"outcome:{measure.Id}", stand.Release!.At, null, Running);

    private static IEnumerable<Stand> Participants(CoordinatedAction file) =>
        file.Plan.Participants.Select(p => file.Stands[p.Authority]);

    private static bool IsPastCutOff(CoordinatedAction file) => file.CutOffVersion == file.Plan.Version;

    private static WaitLine Line(
        CoordinatedAction file,
        string on,
        string awaits,
        DateTimeOffset since,
        DateTimeOffset due
    )
    {
        var clock = $".{file.Plan.Version}.{on}";
        return new WaitLine(
            on,
            awaits,
            since,
            due,
            file.Passed.Any(p => p.EndsWith($"{clock}/fail", StringComparison.Ordinal)) ? Overdue
                : file.Passed.Any(p => p.EndsWith($"{clock}/warn", StringComparison.Ordinal)) ? "late"
                : Running
        );
    }
}
