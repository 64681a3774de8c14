using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.DataSharing.Requests.Questions;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.DataSharing.Notifications;

/// <summary>What the feed tells of requests.</summary>
public static class RequestNotifications
{
    public static FeedSource Source { get; } =
        new(
            [
                typeof(RequestDrafted),
                typeof(ConsultationSent),
                typeof(ConsultationReceived),
                typeof(ConsultationAnswered),
                typeof(RequestSubmitted),
                typeof(RequestReceived),
                typeof(RequestConfirmed),
                typeof(RequestAcknowledged),
                typeof(ClarificationAsked),
                typeof(ClarificationGiven),
                typeof(RequestAccepted),
                typeof(RequestPartAnswered),
                typeof(RequestAnswered),
                typeof(RequestRefused),
                typeof(DueExtended),
                typeof(RequestWithdrawn),
                typeof(RequestLapsed),
                typeof(RequestEscalated),
                typeof(EscalationDecided),
                typeof(RequestClosed),
                typeof(LetterMoved),
                typeof(ClockWarned),
                typeof(ClockFailed),
            ],
            [
                "request.drafted",
                "request.consultation-sent",
                "request.consultation-received",
                "request.consultation-answered",
                "request.submitted",
                "request.delivered",
                "request.received",
                "request.confirmed",
                "request.acknowledged",
                "request.clarification-asked",
                "request.clarification-given",
                "request.accepted",
                "request.part-answered",
                "request.answered",
                "request.refused",
                "request.due-extended",
                "request.due-soon",
                "request.overdue",
                "request.withdrawn",
                "request.lapsed",
                "request.escalated",
                "request.escalation-decided",
                "request.closed",
                "request.letter-stopped",
            ],
            Tell,
            FindAsync
        );

    public static Notice? Tell(object @event) =>
        @event switch
        {
            RequestDrafted => new("request.drafted"),
            ConsultationSent => new("request.consultation-sent"),
            ConsultationReceived => new("request.consultation-received"),
            ConsultationAnswered => new("request.consultation-answered"),
            RequestSubmitted => new("request.submitted"),
            RequestReceived => new("request.received"),
            RequestConfirmed => new("request.confirmed"),
            RequestAcknowledged => new("request.acknowledged"),
            ClarificationAsked => new("request.clarification-asked"),
            ClarificationGiven => new("request.clarification-given"),
            RequestAccepted => new("request.accepted"),
            RequestPartAnswered => new("request.part-answered"),
            RequestAnswered => new("request.answered"),
            RequestRefused => new("request.refused"),
            DueExtended => new("request.due-extended"),
            RequestWithdrawn => new("request.withdrawn"),
            RequestLapsed => new("request.lapsed"),
            RequestEscalated => new("request.escalated"),
            EscalationDecided => new("request.escalation-decided"),
            RequestClosed => new("request.closed"),
            LetterMoved { Kind: LetterKinds.Submission, State: LetterSteps.Delivered } => new("request.delivered"),
            LetterMoved e when LetterSteps.IsStopped(e.State) => new("request.letter-stopped"),
            ClockWarned e => new("request.due-soon", e.Key),
            ClockFailed e => new("request.overdue", e.Key),
            _ => null,
        };

    private static async Task<IReadOnlyList<FeedSubject>> FindAsync(
        AuthoritySession session,
        Guid[] ids,
        Caller caller,
        CancellationToken cancellation
    ) =>
        await RequestSearch
            .Visible(session.Documents.Query<RequestEntry>().Where(e => e.Id.IsOneOf(ids)), caller)
            .Select(e => new FeedSubject(e.Id, e.Sheet.Reference, e.State, e.Side, e.Partner))
            .ToListAsync(cancellation);
}
