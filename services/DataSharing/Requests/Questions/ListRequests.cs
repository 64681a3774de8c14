using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;
using Marten.Linq.MatchesSql;

namespace CaseCoordination.DataSharing.Requests.Questions;

/// <summary>One request in a list.</summary>
public sealed record RequestLine(
    Guid Id,
    Guid Ask,
    string Reference,
    string? Title,
    string State,
    string Side,
    string Partner,
    string? Instrument,
    bool IsPaused,
    bool IsEscalated,
    DateTimeOffset? DueAt,
    IReadOnlyList<WaitLine> Waits,
    DateTimeOffset OpenedAt,
    DateTimeOffset ChangedAt,
    long Version
);

/// <summary>Lists the requests that a reader may know, newest first, a page at a time.</summary>
internal static class ListRequests
{
    private static readonly string[] States =
    [
        .. Enum.GetValues<RequestStage>().Skip(1).Select(Kebab.Of),
        "clarification",
        "escalated",
        "overdue",
    ];
    private static readonly string[] Sides = [.. Enum.GetValues<Side>().Select(Kebab.Of)];

    public static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapGet("", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Lists requests, newest first.")
            .WithDescription(
                "Filters: `state` (also clarification, escalated, overdue), `side` (asker or asked), `partner` and `waitsOn` "
                    + "(authority codes), `instrument`, `dueBefore` (a day, UTC), `ask` (requests of one ask), `q` (words in "
                    + "reference, title, subjects' names and identifiers; all must occur). `size` up to 200; `cursor` is the "
                    + "`next` of the page before."
            )
            .Produces<Page<RequestLine>>();

    private static async Task<IResult> HandleAsync(
        [AsParameters] RequestFilter filter,
        AuthoritySession session,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var shape = new Shape().Paged(filter.Cursor, filter.Size, out var paging);
        Check(shape, filter);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var query = RequestSearch.Apply(session.Documents.Query<RequestEntry>(), filter, caller);
        if (paging.After is { } after)
        {
            query = query.Where(e => e.MatchesSql('^', "(d.opened_at, d.id) < (^, ^)", paging.Seen, after.Id));
        }

        var found = await query
            .OrderByDescending(e => e.OpenedAt)
            .ThenByDescending(e => e.Id)
            .Take(paging.Size + 1)
            .ToListAsync(cancellation);
        var page = Pages.Cut(found, paging.Size, last => Cursor.At(last.OpenedAt, last.Id));
        return Results.Ok(new Page<RequestLine>([.. page.Items.Select(e => LineOf(e, caller))], page.Next));
    }

    private static void Check(Shape shape, RequestFilter filter)
    {
        if (filter.State is not null)
        {
            shape.OneOf("state", filter.State, States);
        }

        if (filter.Side is not null)
        {
            shape.OneOf("side", filter.Side, Sides);
        }

        if (filter.DueBefore is not null)
        {
            shape.Date("dueBefore", filter.DueBefore);
        }

        shape
            .Optional("q", filter.Q, 200)
            .Optional("instrument", filter.Instrument, 100)
            .Optional("partner", filter.Partner, 50)
            .Optional("waitsOn", filter.WaitsOn, 50);
    }

    private static RequestLine LineOf(RequestEntry entry, Caller caller)
    {
        var sheet =
            Visibility.Of(caller, entry.Groups, entry.Members) == Sight.Whole ? entry.Sheet : entry.Sheet.Outline();
        return new RequestLine(
            sheet.Id,
            sheet.Ask,
            sheet.Reference,
            sheet.Content?.Title,
            sheet.State,
            sheet.Side,
            sheet.Partner,
            sheet.Basis?.Instrument,
            sheet.IsPaused,
            sheet.IsEscalated,
            entry.DueAt,
            sheet.Waits,
            sheet.OpenedAt,
            sheet.ChangedAt,
            sheet.Version
        );
    }
}

/// <summary>What a list of requests is narrowed to.</summary>
public sealed record RequestFilter(
    string? State = null,
    string? Side = null,
    string? Partner = null,
    string? Instrument = null,
    string? WaitsOn = null,
    string? DueBefore = null,
    Guid? Ask = null,
    string? Q = null,
    string? Cursor = null,
    int? Size = null
);
