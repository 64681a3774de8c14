using CaseCoordination.DataSharing.Requests.Domain;

namespace CaseCoordination.DataSharing.Requests.Questions;

/// <summary>What is counted of one request.</summary>
/// <param name="Outcome">answered, refused, withdrawn, lapsed or open; what a closing ended is what counts.</param>
/// <param name="DaysToAccept">
/// Days of 24 hours from the submission to the first of acceptance, part answer, answer; absent when there was none.
/// </param>
/// <param name="DaysToAnswer">
/// Days of 24 hours from the submission to the answer, without the time during which a question was open; absent when not answered.
/// </param>
/// <param name="OnTime">Whether it was answered or refused by the date that held then; absent when it was neither.</param>
/// <param name="Ground">On which it was refused.</param>
public sealed record RequestMeasures(
    string Outcome,
    double? DaysToAccept,
    double? DaysToAnswer,
    bool? OnTime,
    string? Ground,
    int Clarifications,
    int? Timeliness,
    int? Usefulness
)
{
    public const string Answered = "answered";
    public const string Refused = "refused";
    public const string Withdrawn = "withdrawn";
    public const string Lapsed = "lapsed";
    public const string Open = "open";

    public static RequestMeasures? Of(Request file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Submission is not { } sent)
        {
            return null;
        }

        var outcome = OutcomeOf(file);
        DateTimeOffset? decided = outcome switch
        {
            Answered => file.Answer!.At,
            Refused => file.Refusal!.At,
            _ => null,
        };
        return new RequestMeasures(
            outcome,
            Taken(file) is { } taken ? (taken - sent.At).TotalDays : null,
            outcome == Answered ? (decided!.Value - sent.At - Paused(file, decided.Value)).TotalDays : null,
            decided is { } at && file.Due is { } due ? at <= due.At : null,
            outcome == Refused ? file.Refusal!.Ground : null,
            file.Clarifications.Length,
            file.Closing?.Timeliness,
            file.Closing?.Usefulness
        );
    }

    private static string OutcomeOf(Request file) =>
        file.Withdrawal is not null ? Withdrawn
        : file.Lapse is not null ? Lapsed
        : file.Answer is not null ? Answered
        : file.Refusal is not null ? Refused
        : Open;

    private static DateTimeOffset? Taken(Request file) =>
        file.PartAnswers.Concat(file.Answers).Select(a => (DateTimeOffset?)a.At).Append(file.Acceptance?.At).Min();

    // Questions may overlap; time is not counted twice.
    private static TimeSpan Paused(Request file, DateTimeOffset end)
    {
        var (paused, until) = (TimeSpan.Zero, DateTimeOffset.MinValue);
        foreach (var question in file.Clarifications.Where(c => c.At < end).OrderBy(c => c.At))
        {
            var from = question.At > until ? question.At : until;
            var to = question.RepliedAt < end ? question.RepliedAt.Value : end;
            if (to > from)
            {
                paused += to - from;
                until = to;
            }
        }

        return paused;
    }
}
