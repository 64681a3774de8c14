namespace CaseCoordination.DataSharing.Requests.Domain;

/// <summary>Names of clocks within one request; each says what is waited for.</summary>
public static class ClockKeys
{
    public const string Acknowledgement = "acknowledgement";
    public const string Answer = "answer";
    public const string Clarification = "clarification";
    public const string Confirmation = "written-confirmation";
    public const string Escalation = "escalation-result";
    public const string Closing = "closing";
}

/// <summary>The clocks that run in a state, on both sides the same.</summary>
public static class RequestClocks
{
    public static IEnumerable<Clock> Of(Request file)
    {
        if (file is { IsUnderWay: true, Submission: { } sent })
        {
            if (file.Stage is RequestStage.Submitted or RequestStage.Delivered)
            {
                yield return Clock(file, ClockKeys.Acknowledgement, file.Asked, sent.At, sent.Acknowledge);
            }

            if (file is { OpenClarification: { } question })
            {
                yield return Clock(file, ClockKeys.Clarification, file.Asker, question.At, question.Answer);
            }
            else if (file.Due is { } due)
            {
                yield return Clock(file, ClockKeys.Answer, file.Asked, sent.At, new TimeLimit(due.WarnAt, due.At));
            }

            if (sent.Confirm is { } confirm && file.Confirmation is null)
            {
                yield return Clock(file, ClockKeys.Confirmation, file.Asker, sent.At, confirm);
            }
        }

        if (file.OpenEscalation is { } escalation)
        {
            yield return Clock(file, ClockKeys.Escalation, file.Asked, escalation.At, escalation.Answer);
        }
        else if (file is { Stage: RequestStage.Answered, Answer: { CloseBy: { } by } answer })
        {
            yield return Clock(file, ClockKeys.Closing, file.Asker, answer.At, by);
        }
        else if (file is { Stage: RequestStage.Refused, Refusal: { } refusal })
        {
            yield return Clock(file, ClockKeys.Closing, file.Asker, refusal.At, refusal.CloseBy);
        }
    }

    private static Clock Clock(Request file, string key, string on, DateTimeOffset since, TimeLimit limit) =>
        new(key, on, key, since, limit.WarnAt, limit.At)
        {
            HasWarned = file.Warned.TryGetValue(key, out var warned) && warned == limit.WarnAt,
            HasFailed = file.Failed.TryGetValue(key, out var failed) && failed == limit.At,
        };
}
