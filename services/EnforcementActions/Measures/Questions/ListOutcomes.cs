using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.Identifiers;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;
using Marten.Linq.MatchesSql;

namespace CaseCoordination.EnforcementActions.Measures.Questions;

/// <summary>What the register is narrowed to.</summary>
public sealed record OutcomeFilter(
    string? Kind = null,
    string? Authority = null,
    string? State = null,
    string? Scheme = null,
    string? Value = null,
    string? Cursor = null,
    int? Size = null
);

/// <summary>The register of measures of all participants over all actions that a reader may know, latest T-0 first.</summary>
internal static class ListOutcomes
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/outcomes", HandleAsync)
            .WithTags("Actions")
            .RequireRoles(Roles.Staff)
            .WithSummary("Lists what became of measures of all participants, over all actions, latest T-0 first.")
            .WithDescription(
                "Filters: `kind`, `authority` (code), `state`, and `scheme` with `value` for an identifier of a target. `size` up "
                    + "to 200; `cursor` is the `next` of the page before."
            )
            .Produces<Page<OutcomeRow>>();

    private static async Task<IResult> HandleAsync(
        [AsParameters] OutcomeFilter filter,
        AuthoritySession session,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var shape = Shaped(filter, out var paging, out var identifier);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var query = Narrow(Visible(session.Documents.Query<MeasureEntry>(), caller), filter, identifier);
        if (paging.After is { } after)
        {
            query = query.Where(e => e.MatchesSql('^', "(d.at, d.id) < (^, ^)", paging.Seen, after.Id));
        }

        var found = await query
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .Take(paging.Size + 1)
            .ToListAsync(cancellation);
        var page = Pages.Cut(found, paging.Size, last => Cursor.At(last.At, last.Id));
        return Results.Ok(new Page<OutcomeRow>([.. page.Items.Select(e => e.Row)], page.Next));
    }

    /// <summary>Measures say what an action says: they are for its groups and members alone.</summary>
    public static IQueryable<MeasureEntry> Visible(IQueryable<MeasureEntry> measures, Caller caller) =>
        measures.Where(e => e.MatchesSql('^', Visibility.WholeSql, Visibility.WholeArguments(caller)));

    private static Shape Shaped(OutcomeFilter filter, out Paging paging, out SubjectIdentifier? identifier)
    {
        var shape = new Shape()
            .Paged(filter.Cursor, filter.Size, out paging)
            .Optional("authority", filter.Authority, 50)
            .Must(
                filter.Scheme is null == filter.Value is null,
                "value",
                "required",
                "An identifier is a scheme and a value."
            );
        if (filter.Kind is not null)
        {
            shape.OneOf("kind", filter.Kind, [.. MeasureKinds.All]);
        }

        if (filter.State is not null)
        {
            shape.OneOf("state", filter.State, [.. OutcomeRow.States]);
        }

        identifier = null;
        if (filter is { Scheme: not null, Value: not null })
        {
            var check = IdentifierSchemes.Check(filter.Scheme, filter.Value);
            if (check.Problem is { } problem)
            {
                var isScheme = problem.Code == IdentifierProblemCodes.SchemeUnknown;
                shape.Wrong(isScheme ? "scheme" : "value", problem.Code, problem.Message);
            }
            else
            {
                identifier = new SubjectIdentifier(check.Scheme, check.Value!);
            }
        }

        return shape;
    }

    private static IQueryable<MeasureEntry> Narrow(
        IQueryable<MeasureEntry> measures,
        OutcomeFilter filter,
        SubjectIdentifier? identifier
    )
    {
        if (filter.Kind is { } kind)
        {
            measures = measures.Where(e => e.Kind == kind);
        }

        if (filter.Authority is { } authority)
        {
            measures = measures.Where(e => e.Authority == authority);
        }

        if (filter.State is { } state)
        {
            measures = measures.Where(e => e.State == state);
        }

        if (identifier is null)
        {
            return measures;
        }

        object keys = SubjectKeys.Of([identifier]);
        return measures.Where(e => e.MatchesSql('^', SubjectKeys.AnySql, keys));
    }
}
