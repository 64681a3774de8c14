using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Timing.Clocks;

namespace CaseCoordination.EnforcementActions.Actions.Board;

/// <summary>Who has the ball in an action, since when, and what blocks it.</summary>
public static class Balls
{
    public const string Running = "running";
    public const string Late = "late";
    public const string Overdue = "overdue";

    public static IReadOnlyList<BallLine> Of(CoordinatedAction file) =>
        file.Stage is ActionStage.Unknown or ActionStage.Concluded
            ? []
            :
            [
                .. Planning(file)
                    .Concat(Votes(file))
                    .Concat(Titles(file))
                    .Concat(BallOfOrders.Of(file))
                    .Concat(BallOfLetters.Of(file))
                    .Concat(Clocks(file))
                    .Concat(Endings(file))
                    .Concat(BallOfParts.Of(file))
                    .OrderByDescending(line => line.Blocks)
                    .ThenBy(line => line.Since),
            ];

    public static bool IsRuleMet(CoordinatedAction file) => file.Plan.Rule.IsMet([.. Readinesses(file)]);

    /// <summary>True while votes can still arm the action.</summary>
    public static bool IsVoting(CoordinatedAction file) =>
        file.Proposed > 0
        && file.Proposed == file.Plan.Version
        && file.Order?.Standing != Standing.Aborted
        && file.CutOffVersion != file.Plan.Version
        && file.Stands.Values.All(s => s.Release is null);

    private static IEnumerable<(string Authority, Readiness Readiness)> Readinesses(CoordinatedAction file) =>
        file.Plan.Participants.Select(p => (p.Authority, file.Stands[p.Authority].For(file.Plan)));

    private static IEnumerable<BallLine> Planning(CoordinatedAction file)
    {
        var schedule = file.Plan.Schedule;
        if (file.IsLead && file.Proposed != file.Plan.Version && file.Order?.Standing != Standing.Aborted)
        {
            var since = file.Proposed == 0 ? file.OpenedAt : file.ProposedAt;
            yield return new(file.Lead, "propose", "not-proposed", null, since, schedule.ReadyBy, Running, true);
        }
        else if (file.Stage == ActionStage.Lapsed)
        {
            yield return new(file.Lead, "revise", "cut-off-passed", null, schedule.CutOff, null, Running, true);
        }
        else if (
            IsVoting(file)
            && !IsRuleMet(file)
            && Readinesses(file).All(r => r.Readiness is Readiness.Ready or Readiness.Declined)
        )
        {
            var since = file.Stands.Values.Max(s => s.Vote?.At) ?? file.ProposedAt;
            yield return new(file.Lead, "revise", "rule-not-met", null, since, schedule.CutOff, Running, true);
        }
    }

    private static IEnumerable<BallLine> Votes(CoordinatedAction file)
    {
        if (!IsVoting(file))
        {
            yield break;
        }

        var schedule = file.Plan.Schedule;
        foreach (var (who, readiness) in Readinesses(file))
        {
            if (readiness == Readiness.Hold)
            {
                var since = file.Stands[who].Vote!.At;
                yield return new(who, "lift-hold", "hold", null, since, schedule.CutOff, Running, true);
            }
            else if (readiness == Readiness.Open)
            {
                yield return new(
                    who,
                    "vote",
                    "vote-missing",
                    null,
                    file.ProposedAt,
                    schedule.ReadyBy,
                    StateOf(file, who),
                    Needs(file, who)
                );
            }
        }
    }

    private static IEnumerable<BallLine> Titles(CoordinatedAction file) =>
        IsVoting(file) && file.OwnReadiness is Readiness.Open or Readiness.Hold
            ? file
                .Plan.MeasuresOf(file.Authority)
                .Where(m => !file.Titles.ContainsKey(m.Id))
                .Select(m => new BallLine(
                    file.Authority,
                    "record-title",
                    "title-missing",
                    m.Id,
                    file.ProposedAt,
                    file.Plan.Schedule.ReadyBy,
                    StateOf(file, file.Authority),
                    Needs(file, file.Authority)
                ))
            : [];

    /// <summary>Poor clocks, told long before T-0 and to everybody: who goes by one acts at another moment than it thinks.</summary>
    internal static IEnumerable<BallLine> Clocks(CoordinatedAction file)
    {
        foreach (var stand in file.Stands.Values.Where(s => s.Release is null && file.Plan.Names(s.Authority)))
        {
            var (why, since) =
                stand.ClockByLetters is { Quality: ClockQualities.Bad } told ? ("clock-bad-by-letters", told.At)
                : stand.For(file.Plan) != Readiness.Ready ? default
                : BoardRow.ClockOf(file, stand) is not { } own ? ("clock-unknown", stand.Vote!.At)
                : own.Quality == ClockQualities.Bad ? ("clock-bad", own.At)
                : ClockQualities.IsPoor(own.Quality) ? ("clock-unknown", own.At)
                : default;
            if (why is not null && file.Order?.Standing != Standing.Aborted)
            {
                var due = file.Plan.Schedule.ReleaseAt;
                yield return new(stand.Authority, "check-clock", why, null, since, due, Running, false);
            }
        }
    }

    private static IEnumerable<BallLine> Endings(CoordinatedAction file)
    {
        foreach (var stand in file.Stands.Values.Where(s => s.Release is not null))
        {
            var told = stand.Results.Select(r => r.Measure).ToHashSet(StringComparer.Ordinal);
            foreach (var measure in file.Plan.MeasuresOf(stand.Authority).Where(m => !told.Contains(m.Id)))
            {
                var since = stand.Release!.At;
                yield return new(
                    stand.Authority,
                    "report-outcome",
                    "outcome-open",
                    measure.Id,
                    since,
                    null,
                    Running,
                    false
                );
            }
        }

        if (WhenOver(file) is { } over)
        {
            yield return new(file.Authority, "conclude", "not-concluded", null, over, null, Running, false);
        }
    }

    private static DateTimeOffset? WhenOver(CoordinatedAction file) =>
        file.Stage == ActionStage.Aborted ? file.Order?.At
        : file.Release is not null
        && file.Plan.MeasuresOf(file.Authority).All(m => file.Own.Results.Any(r => r.Measure == m.Id))
            ? file.Own.Results.Select(r => r.At).Append(file.Release.At).Max()
        : null;

    private static bool Needs(CoordinatedAction file, string who)
    {
        var rule = file.Plan.Rule;
        return rule.Kind != DecisionRule.ByQuorum
            || rule.Essentials.Contains(who, StringComparer.Ordinal)
            || Readinesses(file).Count(r => r.Readiness == Readiness.Ready) < rule.Quorum;
    }

    private static string StateOf(CoordinatedAction file, string who)
    {
        var key = PassActionClock.ReadyKeyOf(file, who);
        return file.Passed.Contains($"{key}/fail") ? Overdue
            : file.Passed.Contains($"{key}/warn") ? Late
            : Running;
    }
}
