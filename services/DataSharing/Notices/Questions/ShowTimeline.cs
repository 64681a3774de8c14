using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Notices.Questions;

/// <summary>Shows what happened to a notice, oldest first, a page at a time.</summary>
internal static class ShowTimeline
{
    public static void Map(IEndpointRouteBuilder notices) =>
        notices
            .MapGet("/{id:guid}/timeline", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Shows everything that happened to a notice: when, who, what, and the letter concerned.")
            .Produces<Page<TimelineEntry>>()
            .ProducesProblem(404);

    /// <summary>An event as a line of the timeline.</summary>
    public static TimelineEntry EntryOf(NoticeEvent @event, long version, string name, string? actor)
    {
        TimelineEntry Line(
            DateTimeOffset at,
            string? who,
            string? about = null,
            string? detail = null,
            string? note = null,
            Guid? letter = null
        ) => new(version, at, name, who ?? actor, about, detail, note, letter);

        return @event switch
        {
            NoticeDrafted e => Line(e.At, e.By, detail: e.Content.Kind, note: e.Content.Title),
            NoticeRevised e => Line(e.At, e.By, detail: e.Content.Kind, note: e.Content.Title),
            NoticeOffered e => Line(e.At, e.By, detail: string.Join(", ", e.Offers.Select(o => o.To))),
            NoticeWithdrawn e => Line(e.At, e.By, note: e.Reason),
            NoticeReceived e => Line(e.At, e.From, e.From, e.Content.Kind, e.Content.Title, e.LetterId),
            NoticeChecked e => Line(e.At, null, e.Where, e.Contacts.Length > 0 ? "hit" : "no-hit"),
            NoticeOutcome e => Line(e.At, e.Partner, e.Partner, e.IsHit ? "hit" : "no-hit", e.Contact, e.LetterId),
            NoticeAcknowledged e => Line(e.At, e.By, e.Partner, note: e.Comment, letter: e.LetterId),
            NoticeLetterWritten e => Line(e.At, e.By, e.To, e.Kind, letter: e.LetterId),
            NoticeLetterTaken e => Line(e.At, e.From, e.From, e.SetAside ?? e.Kind, letter: e.LetterId),
            NoticeLetterMoved e => Line(e.At, null, e.To, e.State, e.Explanation ?? e.Reason, e.LetterId),
            _ => throw new System.Diagnostics.UnreachableException($"{@event.GetType().Name} has no line."),
        };
    }

    private static Task<IResult> HandleAsync(
        Guid id,
        AuthoritySession session,
        Caller caller,
        CancellationToken cancellation,
        string? cursor = null,
        int size = 100
    ) =>
        TimelinePages.AnswerAsync(
            session,
            id,
            cursor,
            size,
            async () => (await session.FindNoticeAsync(id, caller, cancellation))?.IsOutline,
            e => EntryOf((NoticeEvent)e.Data, e.Version, e.EventTypeName, e.UserName),
            cancellation
        );
}
