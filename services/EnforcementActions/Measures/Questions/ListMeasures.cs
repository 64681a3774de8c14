using CaseCoordination.EnforcementActions.Measures.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;
using Marten.Linq.MatchesSql;

namespace CaseCoordination.EnforcementActions.Measures.Questions;

/// <summary>Lists own measures from their release on, what is due next first.</summary>
internal static class ListMeasures
{
    private static readonly string[] States = [.. Enum.GetValues<MeasureState>().Select(Kebab.Of)];

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/measures", HandleAsync)
            .WithTags("Actions")
            .RequireRoles(Roles.Staff)
            .WithSummary("Lists the authority's own released measures, what is due next first.")
            .WithDescription("Filter: `state`. `size` up to 200; `cursor` is the `next` of the page before.")
            .Produces<Page<MeasureLine>>();

    private static async Task<IResult> HandleAsync(
        AuthoritySession session,
        Caller caller,
        CancellationToken cancellation,
        string? state = null,
        string? cursor = null,
        int? size = null
    )
    {
        var shape = new Shape().Paged(cursor, size, out var paging);
        if (state is not null)
        {
            shape.OneOf("state", state, States);
        }

        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var query = ListOutcomes.Visible(session.Documents.Query<MeasureEntry>(), caller).Where(e => e.IsOwn);
        if (state is not null)
        {
            query = query.Where(e => e.State == state);
        }

        if (paging.After is { } after)
        {
            query = query.Where(e => e.MatchesSql('^', "(d.due_at, d.id) > (^, ^)", paging.Seen, after.Id));
        }

        var found = await query.OrderBy(e => e.DueAt).ThenBy(e => e.Id).Take(paging.Size + 1).ToListAsync(cancellation);
        var page = Pages.Cut(found, paging.Size, last => Cursor.At(last.DueAt, last.Id));
        return Results.Ok(new Page<MeasureLine>([.. page.Items.Select(e => e.Line!)], page.Next));
    }
}
