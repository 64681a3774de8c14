using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Requests.Questions;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;
using Marten.Linq.MatchesSql;

namespace CaseCoordination.DataSharing.Packages.Questions;

/// <summary>One package in a list.</summary>
public sealed record PackageLine(
    Guid Id,
    Guid Set,
    string Reference,
    string? Title,
    string State,
    string Side,
    string Partner,
    Guid? Request,
    int Items,
    DateTimeOffset? RetrieveBy,
    DateTimeOffset OpenedAt,
    DateTimeOffset ChangedAt,
    long Version
);

/// <summary>What a list of packages is narrowed to.</summary>
public sealed record PackageFilter(
    string? State = null,
    string? Side = null,
    string? Partner = null,
    Guid? Request = null,
    string? Q = null,
    string? Cursor = null,
    int? Size = null
);

/// <summary>Lists the packages that a reader may know, newest first, a page at a time.</summary>
internal static class ListPackages
{
    private static readonly string[] States = [.. Enum.GetValues<PackageStage>().Skip(1).Select(Kebab.Of)];
    private static readonly string[] Sides = [.. Enum.GetValues<PackageSide>().Select(Kebab.Of)];

    public static void Map(IEndpointRouteBuilder packages) =>
        packages
            .MapGet("", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Lists packages, newest first.")
            .WithDescription(
                "Filters: `state`, `side` (sender or recipient), `partner` (an authority code), `request`, `q` (words in "
                    + "reference, title and names of items; all must occur). `size` up to 200; `cursor` is the `next` of the "
                    + "page before."
            )
            .Produces<Page<PackageLine>>();

    private static async Task<IResult> HandleAsync(
        [AsParameters] PackageFilter filter,
        AuthoritySession session,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var shape = new Shape()
            .Paged(filter.Cursor, filter.Size, out var paging)
            .Optional("q", filter.Q, 200)
            .Optional("partner", filter.Partner, 50);
        shape = filter.State is null ? shape : shape.OneOf("state", filter.State, States);
        shape = filter.Side is null ? shape : shape.OneOf("side", filter.Side, Sides);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var query = Narrow(session.Documents.Query<PackageEntry>(), filter, caller);
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
        var lines = new List<PackageLine>();
        foreach (var entry in page.Items)
        {
            if (await session.ShowAsync(entry, caller, cancellation) is { } sheet)
            {
                lines.Add(LineOf(sheet));
            }
        }

        return Results.Ok(new Page<PackageLine>(lines, page.Next));
    }

    private static IQueryable<PackageEntry> Narrow(
        IQueryable<PackageEntry> packages,
        PackageFilter filter,
        Caller caller
    )
    {
        packages = PackageVisibility.Visible(packages, caller);
        if (filter.State is { } state)
        {
            packages = packages.Where(e => e.State == state);
        }

        if (filter.Side is { } side)
        {
            packages = packages.Where(e => e.Side == side);
        }

        if (filter.Partner is { } partner)
        {
            packages = packages.Where(e => e.Partner == partner);
        }

        if (filter.Request is { } request)
        {
            packages = packages.Where(e => e.Request == request);
        }

        return SearchWords.Of(filter.Q).Aggregate(packages, (found, word) => WithWord(found, word, caller));
    }

    // An auditor outside the groups finds a package by its reference alone: a hit on its text would tell what it says.
    private static IQueryable<PackageEntry> WithWord(IQueryable<PackageEntry> packages, string word, Caller caller)
    {
        var pattern = SearchWords.Pattern(word);
        return packages.Where(e =>
            e.MatchesSql(
                '^',
                $"(({PackageVisibility.WholeSql} and d.data ->> 'text' like ^) or lower(d.data -> 'sheet' ->> 'reference') like ^)",
                PackageVisibility.WholeArguments(caller).Append(pattern).Append(pattern).ToArray()
            )
        );
    }

    private static PackageLine LineOf(PackageSheet sheet) =>
        new(
            sheet.Id,
            sheet.Set,
            sheet.Reference,
            sheet.Title,
            sheet.State,
            sheet.Side,
            sheet.Partner,
            sheet.Request,
            sheet.Items.Count,
            sheet.RetrieveBy,
            sheet.OpenedAt,
            sheet.ChangedAt,
            sheet.Version
        );
}
