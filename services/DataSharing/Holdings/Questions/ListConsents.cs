using CaseCoordination.DataSharing.Holdings.Consents.Domain;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;
using Marten.Linq.MatchesSql;

namespace CaseCoordination.DataSharing.Holdings.Questions;

/// <summary>One consent in a list.</summary>
public sealed record ConsentLine(
    Guid Id,
    string Mode,
    string State,
    string Side,
    string Holder,
    string? Name,
    Act? Act,
    IReadOnlyList<string> Of,
    IReadOnlyList<string> Silent,
    DateTimeOffset AnswerBy,
    bool WaitsForUs,
    DateTimeOffset OpenedAt,
    long Version
);

/// <summary>What a list of consents is narrowed to.</summary>
public sealed record ConsentFilter(
    Guid? Holding = null,
    string? State = null,
    string? Side = null,
    bool? Waiting = null,
    string? Cursor = null,
    int? Size = null
);

/// <summary>Lists and shows consents and notices to those who may know the item.</summary>
internal static class ListConsents
{
    private static readonly string[] States = [.. Enum.GetValues<ConsentStage>().Skip(1).Select(Kebab.Of)];

    public static void Map(IEndpointRouteBuilder consents)
    {
        consents
            .MapGet("", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Lists consents and notices, newest first.")
            .WithDescription(
                "Filters: `holding`, `state` (open, told, granted, denied, stopped), `side` (asker or asked), `waiting` (true: this "
                    + "authority has to answer). `size` up to 200; `cursor` is the `next` of the page before."
            )
            .Produces<Page<ConsentLine>>();
        consents
            .MapGet("/{id:guid}", ShowAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Shows a consent or notice: what is asked of whom, and what each originator said.")
            .Produces<ConsentSheet>()
            .ProducesProblem(404);
    }

    private static async Task<IResult> HandleAsync(
        [AsParameters] ConsentFilter filter,
        AuthoritySession session,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var shape = new Shape().Paged(filter.Cursor, filter.Size, out var page);
        if (filter.State is not null)
        {
            shape.OneOf("state", filter.State, States);
        }

        if (filter.Side is not null)
        {
            shape.OneOf("side", filter.Side, ["asker", "asked"]);
        }

        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var query = Apply(session.Documents.Query<ConsentEntry>(), filter, caller);
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
        return Results.Ok(new Page<ConsentLine>([.. cut.Items.Select(e => LineOf(e, caller))], cut.Next));
    }

    public static IQueryable<ConsentEntry> Visible(IQueryable<ConsentEntry> consents, Caller caller) =>
        caller.Roles.Contains(Roles.Auditor)
            ? consents
            : consents.Where(e => e.MatchesSql('^', Visibility.WholeSql, Visibility.WholeArguments(caller)));

    private static IQueryable<ConsentEntry> Apply(
        IQueryable<ConsentEntry> consents,
        ConsentFilter filter,
        Caller caller
    )
    {
        consents = Visible(consents, caller);
        if (filter.Holding is { } holding)
        {
            consents = consents.Where(e => e.Holding == holding);
        }

        if (filter.State is { } state)
        {
            consents = consents.Where(e => e.State == state);
        }

        if (filter.Side is { } side)
        {
            consents = consents.Where(e => e.Side == side);
        }

        return filter.Waiting is { } waiting ? consents.Where(e => e.IsWaiting == waiting) : consents;
    }

    private static async Task<IResult> ShowAsync(
        Guid id,
        AuthoritySession session,
        Caller caller,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var entry = await session.Documents.LoadAsync<ConsentEntry>(id, cancellation);
        var sight = entry is null ? Sight.Nothing : Visibility.Of(caller, entry.Groups, entry.Members);
        if (sight == Sight.Nothing)
        {
            return Problems.NotFound();
        }

        http.Response.Headers.ETag = Preconditions.Tag(entry!.Sheet.Version);
        return Results.Ok(sight == Sight.Whole ? entry.Sheet : entry.Sheet.Outline());
    }

    public static ConsentLine LineOf(ConsentEntry entry, Caller caller)
    {
        var isWhole = Visibility.Of(caller, entry.Groups, entry.Members) == Sight.Whole;
        var sheet = entry.Sheet;
        return new ConsentLine(
            sheet.Id,
            sheet.Asked.Mode,
            sheet.State,
            sheet.Side,
            sheet.Asked.Holder,
            isWhole ? sheet.Asked.Name : null,
            isWhole ? sheet.Asked.Act : null,
            sheet.Asked.Of,
            sheet.Silent,
            sheet.Asked.AnswerBy.At,
            sheet.WaitsForUs,
            sheet.OpenedAt,
            sheet.Version
        );
    }
}
