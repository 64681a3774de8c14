using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;
using Marten.Linq.MatchesSql;

namespace CaseCoordination.DataSharing.Holdings.Questions;

/// <summary>One holding in a list.</summary>
public sealed record HoldingLine(
    Guid Id,
    Guid Package,
    int Number,
    string Reference,
    string? Name,
    string State,
    string From,
    string Originator,
    string Tlp,
    Guid? Request,
    DateTimeOffset? KeepUntil,
    IReadOnlyList<WaitLine> Waits,
    DateTimeOffset OpenedAt,
    DateTimeOffset ChangedAt,
    long Version
);

/// <summary>What a list of holdings is narrowed to.</summary>
public sealed record HoldingFilter(
    Guid? Package = null,
    Guid? Request = null,
    string? Originator = null,
    string? State = null,
    bool? Waiting = null,
    string? Cursor = null,
    int? Size = null
);

/// <summary>Lists the holdings that a reader may know, newest first, a page at a time.</summary>
internal static class ListHoldings
{
    private static readonly string[] States = [.. Enum.GetValues<HoldingStage>().Skip(1).Select(Kebab.Of)];

    public static void Map(IEndpointRouteBuilder holdings) =>
        holdings
            .MapGet("", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Lists holdings, newest first.")
            .WithDescription(
                "Filters: `package`, `request`, `originator` (authority code), `state` (held, expired, recalled, deleted), `waiting` "
                    + "(true: a person has to act). `size` up to 200; `cursor` is the `next` of the page before."
            )
            .Produces<Page<HoldingLine>>();

    private static async Task<IResult> HandleAsync(
        [AsParameters] HoldingFilter filter,
        AuthoritySession session,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var shape = new Shape().Paged(filter.Cursor, filter.Size, out var page);
        shape.Optional("originator", filter.Originator, 50);
        if (filter.State is not null)
        {
            shape.OneOf("state", filter.State, States);
        }

        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var query = Apply(session.Documents.Query<HoldingEntry>(), filter, caller);
        if (page.After is { } after)
        {
            query = query.Where(e => e.MatchesSql('^', "(d.opened_at, d.id) < (^, ^)", page.Seen, after.Id));
        }

        var found = await query
            .OrderByDescending(e => e.OpenedAt)
            .ThenByDescending(e => e.Id)
            .Take(page.Size + 1)
            .ToListAsync(cancellation);
        var cut = Pages.Cut(found, page.Size, last => Cursor.At(last.OpenedAt, last.Id));
        return Results.Ok(new Page<HoldingLine>([.. cut.Items.Select(e => LineOf(e, caller))], cut.Next));
    }

    public static IQueryable<HoldingEntry> Visible(IQueryable<HoldingEntry> holdings, Caller caller) =>
        caller.Roles.Contains(Roles.Auditor)
            ? holdings
            : holdings.Where(e => e.MatchesSql('^', Visibility.WholeSql, Visibility.WholeArguments(caller)));

    private static IQueryable<HoldingEntry> Apply(
        IQueryable<HoldingEntry> holdings,
        HoldingFilter filter,
        Caller caller
    )
    {
        holdings = Visible(holdings, caller);
        if (filter.Package is { } package)
        {
            holdings = holdings.Where(e => e.Package == package);
        }

        if (filter.Request is { } request)
        {
            holdings = holdings.Where(e => e.Request == request);
        }

        if (filter.Originator is { } originator)
        {
            holdings = holdings.Where(e => e.Originator == originator);
        }

        if (filter.State is { } state)
        {
            holdings = holdings.Where(e => e.State == state);
        }

        return filter.Waiting is { } waiting ? holdings.Where(e => e.IsWaiting == waiting) : holdings;
    }

    private static HoldingLine LineOf(HoldingEntry entry, Caller caller)
    {
        var isWhole = Visibility.Of(caller, entry.Groups, entry.Members) == Sight.Whole;
        var sheet = entry.Sheet;
        return new HoldingLine(
            sheet.Id,
            sheet.Package,
            sheet.Item.Number,
            sheet.Reference,
            isWhole ? sheet.Item.Name : null,
            sheet.State,
            sheet.From,
            sheet.Item.Originator,
            sheet.Item.Tlp,
            sheet.Request,
            sheet.KeepUntil,
            sheet.Waits,
            sheet.OpenedAt,
            sheet.ChangedAt,
            sheet.Version
        );
    }
}
