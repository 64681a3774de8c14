using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Deconfliction.Domain;
using CaseCoordination.EnforcementActions.Disputes.Domain;
using CaseCoordination.EnforcementActions.Statements.Domain;

namespace CaseCoordination.EnforcementActions.Actions.Questions;

/// <summary>What the timeline says of deconfliction, the joint statement and disputes.</summary>
internal sealed record TimelinePart(
    DateTimeOffset At,
    string? Who,
    string? About = null,
    string? Detail = null,
    string? Note = null,
    Guid? Letter = null
)
{
    /// <summary>The line of an event; null for an event of another part.</summary>
    public static TimelinePart? Of(ActionEvent @event) =>
        @event switch
        {
            TargetsChecked e => new(e.At, null, Detail: WordOf(e.Hits)),
            DeconflictionAsked e => new(e.At, e.By, string.Join(", ", e.Inquiry.Authorities)),
            InquiryLetterWritten e => new(e.At, e.By, e.To, e.Trigger, Letter: e.LetterId),
            DeconflictionAnswered e => new(
                e.At,
                e.Authority,
                e.Authority,
                e.Finding.Declined ?? WordOf(e.Finding.Hits),
                Letter: e.LetterId
            ),
            StatementAgreed e => new(e.At, e.By, Detail: WordOf(e.Agreement), Note: e.Agreement.Reason),
            StatementAgreementTold e => new(
                e.At,
                e.Authority,
                e.Authority,
                WordOf(e.Agreement),
                e.Agreement.Reason,
                e.LetterId
            ),
            StatementOrdered e => new(e.At, e.By, Detail: WordOf(e.Order), Note: e.Order.Reason),
            StatementOrderReceived e => new(
                e.At,
                null,
                Detail: WordOf(e.Order),
                Note: e.Order.Reason,
                Letter: e.LetterId
            ),
            StatementHeldBack e => new(e.At, null, Detail: e.Reason),
            StatementPublished e => new(e.At, e.By, Detail: e.ByHand ? "by-hand" : "at-embargo"),
            DisputeRaised e => new(e.At, e.By, e.Dispute.Body, e.Dispute.About, e.Dispute.Reason),
            DisputeResolved e => new(e.At, e.By, e.Raiser, e.Result.Result, e.Result.Statement),
            DisputeFollowed e => new(e.At, e.By, e.Raiser, WordOf(e.Following), e.Following.Reason),
            DisputeTold e => new(
                e.At,
                e.From,
                e.Dispute.Raiser,
                e.Result?.Result ?? e.Dispute.About,
                e.Result?.Statement ?? e.Dispute.Reason,
                e.LetterId
            ),
            _ => null,
        };

    private static string WordOf(Hit[] hits) => hits.Length > 0 ? "hit" : "no-hit";

    private static string WordOf(Agreement word) => word.Agrees ? "agrees" : "objects";

    private static string WordOf(StatementOrder order) => order.Publish ? "publish" : "do-not-publish";

    private static string WordOf(Following following) => following.Follows ? "follows" : "does-not-follow";
}
