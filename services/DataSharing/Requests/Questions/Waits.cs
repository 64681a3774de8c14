using CaseCoordination.DataSharing.Requests.Domain;

namespace CaseCoordination.DataSharing.Requests.Questions;

/// <summary>Who has to act on a request now, and how its clocks stand.</summary>
internal static class Waits
{
    public const string Overdue = "overdue";

    public static IEnumerable<WaitLine> Of(Request file)
    {
        if (file is { Stage: RequestStage.Consultation, Consultations: [.., { RepliedAt: null } draft] })
        {
            yield return new WaitLine(file.Asked, "consultation-reply", draft.At, null, "running");
        }

        foreach (var clock in RequestClocks.Of(file))
        {
            var state =
                clock.HasFailed ? Overdue
                : clock.HasWarned ? "late"
                : "running";
            yield return new WaitLine(clock.On, clock.Awaits, clock.Since, clock.FailAt, state);
        }

        if (file is { OpenClarification: { } question, Submission: not null })
        {
            yield return new WaitLine(file.Asked, ClockKeys.Answer, question.At, null, "paused");
        }
    }
}
