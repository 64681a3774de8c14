using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.DataSharing.Requests.Questions;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;
using Marten.Linq.MatchesSql;

namespace CaseCoordination.DataSharing.Notices.Questions;

/// <summary>One notice in a list.</summary>
public sealed record NoticeLine(
    Guid Id,
    string Reference,
    string? Kind,
    string? Title,
    string State,
    string From,
    bool IsHit,
    DateTimeOffset OpenedAt,
    DateTimeOffset ChangedAt,
    long Version
);

/// <summary>What a list of notices is narrowed to.</summary>
public sealed record NoticeFilter(
    string? State = null,
    string? Kind = null,
    string? From = null,
    bool? Hit = null,
    string? Q = null,
    string? Cursor = null,
    int? Size = null
);

/// <summary>Lists the notices that a reader may know, newest first, a page at a time.</summary>
internal static class ListNotices
{
    private static readonly string[] States = [.. Enum.GetValues<NoticeStage>().Skip(1).Select(Kebab.Of)];

    public static void Map(IEndpointRouteBuilder notices) =>
        notices
            .MapGet("", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Lists notices, own and received, newest first.")
            .WithDescription(
                "Filters: `state` (draft, offered, received, withdrawn), `kind`, `from` (authority code), `hit`, `q` (words in "
                    + "reference, title, subjects' names and identifiers; all must occur). `size` up to 200; `cursor` is the "
                    + "`next` of the page before."
            )
            .Produces<Page<NoticeLine>>();

    private static async Task<IResult> HandleAsync(
        [AsParameters] NoticeFilter filter,
        AuthoritySession session,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var shape = new Shape()
            .Paged(filter.Cursor, filter.Size, out var paging)
            .Optional("q", filter.Q, 200)
            .Optional("from", filter.From, 50);
        if (filter.State is not null)
        {
            shape.OneOf("state", filter.State, States);
        }

        if (filter.Kind is not null)
        {
            shape.OneOf("kind", filter.Kind, NoticeKinds.All);
        }

        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var query = Narrow(session.Documents.Query<NoticeEntry>(), filter, caller);
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
        return Results.Ok(new Page<NoticeLine>([.. page.Items.Select(e => LineOf(e, caller))], page.Next));
    }

    public static IQueryable<NoticeEntry> Visible(IQueryable<NoticeEntry> notices, Caller caller) =>
        caller.Roles.Contains(Roles.Auditor) ? notices : Whole(notices, caller);

    private static IQueryable<NoticeEntry> Whole(IQueryable<NoticeEntry> notices, Caller caller) =>
        notices.Where(e => e.MatchesSql('^', Visibility.WholeSql, Visibility.WholeArguments(caller)));

    // What a notice says and whether it hit is for its groups: an auditor outside them finds it by none of that.
    private static IQueryable<NoticeEntry> Narrow(IQueryable<NoticeEntry> notices, NoticeFilter filter, Caller caller)
    {
        var bySaying = filter is not { Kind: null, Hit: null, Q: null };
        notices = bySaying ? Whole(notices, caller) : Visible(notices, caller);
        if (filter.State is { } state)
        {
            notices = notices.Where(e => e.State == state);
        }

        if (filter.Kind is { } kind)
        {
            notices = notices.Where(e => e.Kind == kind);
        }

        if (filter.From is { } from)
        {
            notices = notices.Where(e => e.From == from);
        }

        if (filter.Hit is { } hit)
        {
            notices = notices.Where(e => e.IsHit == hit);
        }

        return SearchWords
            .Of(filter.Q)
            .Aggregate(
                notices,
                (found, word) =>
                    found.Where(e => e.MatchesSql('^', "d.data ->> 'text' like ^", SearchWords.Pattern(word)))
            );
    }

    private static NoticeLine LineOf(NoticeEntry entry, Caller caller)
    {
        var sheet =
            Visibility.Of(caller, entry.Groups, entry.Members) == Sight.Whole ? entry.Sheet : entry.Sheet.Outline();
        return new NoticeLine(
            sheet.Id,
            sheet.Reference,
            sheet.Content?.Kind,
            sheet.Content?.Title,
            sheet.State,
            sheet.From,
            sheet.IsHit,
            sheet.OpenedAt,
            sheet.ChangedAt,
            sheet.Version
        );
    }
}
