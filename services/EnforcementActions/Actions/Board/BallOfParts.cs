using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Deconfliction.Domain;
using CaseCoordination.EnforcementActions.Deconfliction.Questions;
using CaseCoordination.EnforcementActions.Disputes;
using CaseCoordination.EnforcementActions.Disputes.Domain;

namespace CaseCoordination.EnforcementActions.Actions.Board;

/// <summary>Who has to act on disputes and on other measures against the same targets; none of it holds T-0 up.</summary>
internal static class BallOfParts
{
    public static IEnumerable<BallLine> Of(CoordinatedAction file) =>
        BallOfStatement.Of(file).Concat(file.Disputes.SelectMany(d => Dispute(file, d))).Concat(Hits(file));

    private static IEnumerable<BallLine> Dispute(CoordinatedAction file, DisputeFile dispute)
    {
        var raised = dispute.Dispute;
        var about = $"dispute {raised.Number} of {raised.Raiser} with {raised.Body}";
        if (dispute.Result is not { } result)
        {
            var (since, due) = (raised.At, raised.DueAt);
            return [new(file.Lead, "record-result", "dispute-open", about, since, due, StateOf(file, raised), false)];
        }

        return file
            .Plan.Participants.Select(p => p.Authority)
            .Append(file.Lead)
            .Distinct(StringComparer.Ordinal)
            .Where(code => !dispute.Followings.ContainsKey(code))
            .Select(code => new BallLine(
                code,
                "follow-result",
                result.Result,
                about,
                result.At,
                null,
                Balls.Running,
                false
            ));
    }

    private static string StateOf(CoordinatedAction file, Dispute dispute)
    {
        var key = PassDisputeClock.KeyOf(dispute);
        return file.Passed.Contains($"{key}/fail") ? Balls.Overdue
            : file.Passed.Contains($"{key}/warn") ? Balls.Late
            : Balls.Running;
    }

    // What is known here of hits is for the readers of this file: none of it goes to the other sides with the board.
    private static IEnumerable<BallLine> Hits(CoordinatedAction file) =>
        file.Order?.Standing == Standing.Aborted || file.Release is not null
            ? []
            : DeconflictionLine
                .Of(file)
                .Where(l => l.About == Finding.OfInquiry || l.Number == file.Plan.Version)
                .SelectMany(l =>
                    l.Hits.Select(hit => new BallLine(
                        file.Authority,
                        "speak-to",
                        "hit",
                        $"{hit.Target ?? hit.Place}: {string.Join(", ", hit.Contacts)} at {l.Authority}",
                        l.At!.Value,
                        file.Plan.Schedule.CutOff,
                        Balls.Running,
                        false
                    ))
                );
}
