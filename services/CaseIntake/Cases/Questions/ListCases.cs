using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;
using Marten.Linq.MatchesSql;

namespace CaseCoordination.CaseIntake.Cases.Questions;

/// <summary>One case in a list.</summary>
public sealed record CaseLine(
    Guid Id,
    string Reference,
    string? Title,
    string Stage,
    string Role,
    string Lead,
    string? Matter,
    IReadOnlyList<PartnerLine> Partners,
    int Waiting,
    DateTimeOffset OpenedAt,
    DateTimeOffset ChangedAt,
    long Version
);

/// <summary>Lists the cases that a reader may know, newest first, a page at a time.</summary>
internal static class ListCases
{
    private static readonly string[] Stages = [.. Enum.GetValues<CaseStage>().Skip(1).Select(Kebab.Of)];
    private static readonly string[] RolesInCase = [.. Enum.GetValues<CaseRole>().Select(Kebab.Of)];

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Lists cases, newest first.")
            .WithDescription(
                "Filters: `stage`, `role` (lead or partner), `matter`, `partner` (authority code), `q` (words in reference, title, "
                    + "subjects' names and identifiers; all must occur), `from` and `to` (days on which the case was opened, UTC). "
                    + "`size` up to 200; `cursor` is the `next` of the page before."
            )
            .Produces<Page<CaseLine>>();

    private static async Task<IResult> HandleAsync(
        [AsParameters] CaseFilter filter,
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

        var query = CaseSearch.Apply(session.Documents.Query<CaseEntry>(), filter, caller);
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
        return Results.Ok(new Page<CaseLine>([.. page.Items.Select(e => LineOf(e, caller))], page.Next));
    }

    private static void Check(Shape shape, CaseFilter filter)
    {
        if (filter.Stage is not null)
        {
            shape.OneOf("stage", filter.Stage, Stages);
        }

        if (filter.Role is not null)
        {
            shape.OneOf("role", filter.Role, RolesInCase);
        }

        if (filter.From is not null)
        {
            shape.Date("from", filter.From);
        }

        if (filter.To is not null)
        {
            shape.Date("to", filter.To);
        }

        shape
            .Optional("q", filter.Q, 200)
            .Optional("matter", filter.Matter, 100)
            .Optional("partner", filter.Partner, 50);
    }

    private static CaseLine LineOf(CaseEntry entry, Caller caller)
    {
        var sheet =
            Visibility.Of(caller, entry.Groups, entry.Members) == Sight.Whole ? entry.Sheet : entry.Sheet.Outline();
        return new CaseLine(
            sheet.Id,
            sheet.Reference,
            sheet.Title,
            sheet.Stage,
            sheet.Role,
            sheet.Lead,
            sheet.Matter?.Code,
            sheet.Partners,
            sheet.Waits.Count,
            sheet.OpenedAt,
            sheet.ChangedAt,
            sheet.Version
        );
    }
}

/// <summary>What a list of cases is narrowed to.</summary>
public sealed record CaseFilter(
    string? Stage = null,
    string? Role = null,
    string? Matter = null,
    string? Partner = null,
    string? Q = null,
    string? From = null,
    string? To = null,
    string? Cursor = null,
    int? Size = null
);
