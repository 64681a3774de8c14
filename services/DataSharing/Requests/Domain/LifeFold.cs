using System.Collections.Immutable;

namespace CaseCoordination.DataSharing.Requests.Domain;

/// <summary>How a file changes by what either side does about the request.</summary>
internal static class LifeFold
{
    /// <summary>Takes a due date in; the one that holds is the one with the highest number.</summary>
    public static Request Date(Request file, Due due, Guid? letter) =>
        file.Dues.Any(d => d.Due == due) ? file : file with { Dues = file.Dues.Add(new(due, letter)) };

    public static Request Ask(Request file, ClarificationAsked e) =>
        Date(file, e.Paused, null) with
        {
            Clarifications =
            [
                .. file
                    .Clarifications.Add(new(e.Number, e.Question, e.Answer, e.Paused, e.LetterId, e.At))
                    .OrderBy(c => c.Number),
            ],
        };

    public static Request Give(Request file, ClarificationGiven e) =>
        Date(file, e.Due, e.LetterId) with
        {
            Clarifications =
            [
                .. file.Clarifications.Select(c =>
                    c.Number == e.Number ? c with { Reply = e.Reply, ReplyLetterId = e.LetterId, RepliedAt = e.At } : c
                ),
            ],
        };

    public static Request Answer(Request file, RequestAnswered e) =>
        file with
        {
            Answers = InOrder(
                file.Answers.Add(new(e.Round, e.Text, e.Packages, e.LetterId, e.At) { CloseBy = e.CloseBy })
            ),
        };

    public static Request Refuse(Request file, RequestRefused e) =>
        file with
        {
            Refusals =
            [
                .. file
                    .Refusals.Add(new(e.Round, e.Ground, e.Reason, e.Citations, e.Duties, e.CloseBy, e.LetterId, e.At))
                    .OrderBy(r => r.Round),
            ],
        };

    public static Request Escalate(Request file, RequestEscalated e) =>
        file with
        {
            Escalations =
            [
                .. file
                    .Escalations.Add(new(e.Number, e.Round, e.Level, e.Reason, e.Answer, e.LetterId, e.At))
                    .OrderBy(x => x.Number),
            ],
        };

    public static Request Decide(Request file, EscalationDecided e) =>
        Date(file, e.Due, e.LetterId) with
        {
            Escalations =
            [
                .. file.Escalations.Select(x =>
                    x.Number == e.Number
                        ? x with
                        {
                            Result = e.Result,
                            Statement = e.Statement,
                            ResultLetterId = e.LetterId,
                            DecidedAt = e.At,
                        }
                        : x
                ),
            ],
        };

    public static ImmutableArray<Answer> InOrder(ImmutableArray<Answer> answers) => [.. answers.OrderBy(a => a.Number)];
}
