using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Forms;
using CaseCoordination.Decider;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>What submitting would do, as the law stands: one part for each legal basis, and what stands in the way.</summary>
public sealed record SubmissionPlan(Decision Decision, IReadOnlyList<PlannedPart> Parts)
{
    public bool IsSplit => Parts.Count > 1;

    /// <summary>What would stop the request, at the border or here; null when it may go.</summary>
    public Refusal? Stop => Parts.Select(p => p.Stop).OfType<Refusal>().FirstOrDefault();

    public static SubmissionPlan Of(
        LawBook book,
        Request file,
        RequestForms forms,
        DateTimeOffset now,
        Calendars calendars,
        RequestSettings settings
    )
    {
        var today = calendars.DayOf(file.Other, now);
        var content = file.Content;
        var decision = Law.Judge(book, RequestQuestion.Of(content, file.Authority, file.Other, today, today));
        var parts = decision.Parts.IsEmpty
            ? [(Decision: decision, content.Matters)]
            : decision
                .Parts.GroupBy(p => p.Decision.Basis, StringComparer.Ordinal)
                .Select(g =>
                    (
                        Decision: g.Select(p => p.Decision).FirstOrDefault(d => LetterPassage.StopReason(d) is not null)
                            ?? g.First().Decision,
                        Matters: g.Select(p => content.Matters[p.Subject!.Value - 1]).ToArray()
                    )
                )
                .ToList();
        return new SubmissionPlan(
            decision,
            [
                .. parts.Select(p => new PlannedPart(
                    p.Decision,
                    p.Matters,
                    DueDates.Of(book, p.Decision.Basis, content, file.Other, 0, now, calendars, settings),
                    forms.Check(p.Decision.Basis, content)
                )),
            ]
        );
    }
}

/// <summary>One part of a submission: its own basis, matters, clock and form.</summary>
public sealed record PlannedPart(
    Decision Decision,
    Matter[] Matters,
    DueDates Dates,
    IReadOnlyList<FormProblem> FormProblems
)
{
    public Refusal? Stop =>
        LetterPassage.StopReason(Decision) is { } reason ? new Refusal(reason, Sentence(reason), "content.matters")
        : FormProblems is [var problem, ..] ? new Refusal(problem.Code, problem.Message, problem.Field)
        : null;

    private string Sentence(string reason)
    {
        var owed = LetterPassage.OwedFacts(Decision);
        return owed.IsEmpty
            ? $"The border would stop it ({reason}); try it with submission/dry-run to see which terms decide."
            : $"The border would stop it; supply: {string.Join(", ", owed)}.";
    }
}
