using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Requests.Questions;

/// <summary>Shows what happened to a request, oldest first, a page at a time.</summary>
internal static class ShowTimeline
{
    public static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapGet("/{id:guid}/timeline", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Shows everything that happened to a request: when, who, what, and the letter concerned.")
            .Produces<Page<TimelineEntry>>()
            .ProducesProblem(404);

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
            async () => (await session.FindAsync(id, caller, cancellation))?.IsOutline,
            e => Timeline.EntryOf((RequestEvent)e.Data, e.Version, e.EventTypeName, e.UserName),
            cancellation
        );
}
