using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;
using Marten.Linq.MatchesSql;

namespace CaseCoordination.EnforcementActions.Actions.Questions;

/// <summary>One action in a list.</summary>
public sealed record ActionLine(
    Guid Id,
    string Reference,
    string? Title,
    string State,
    string Lead,
    Guid CaseId,
    DateTimeOffset? ReleaseAt,
    DateTimeOffset OpenedAt,
    DateTimeOffset ChangedAt,
    long Version
);

/// <summary>What a list of actions is narrowed to.</summary>
public sealed record ActionFilter(
    string? State = null,
    string? Lead = null,
    Guid? Case = null,
    string? Q = null,
    string? Cursor = null,
    int? Size = null
);

/// <summary>Lists the actions that a reader may know, newest first, a page at a time.</summary>
internal static class ListActions
{
    private static readonly string[] States = [.. Enum.GetValues<ActionStage>().Skip(1).Select(Kebab.Of)];

    public static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapGet("", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Lists coordinated actions, led here or by others, newest first.")
            .WithDescription(
                $"Filters: `state` ({string.Join(", ", States)}), `lead` (authority code), `case`, `q` (words in reference, title, "
                    + "targets' names and identifiers; all must occur). `size` up to 200; `cursor` is the `next` of the page before."
            )
            .Produces<Page<ActionLine>>();

    /// <summary>The actions that a reader may know whole.</summary>
    public static IQueryable<ActionEntry> Whole(IQueryable<ActionEntry> actions, Caller caller) =>
        actions.Where(e => e.MatchesSql('^', Visibility.WholeSql, Visibility.WholeArguments(caller)));

    private static async Task<IResult> HandleAsync(
        [AsParameters] ActionFilter filter,
        AuthoritySession session,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var shape = new Shape()
            .Paged(filter.Cursor, filter.Size, out var paging)
            .Optional("q", filter.Q, 200)
            .Optional("lead", filter.Lead, 50);
        if (filter.State is not null)
        {
            shape.OneOf("state", filter.State, States);
        }

        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var query = Narrow(session.Documents.Query<ActionEntry>(), filter, caller);
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
        return Results.Ok(new Page<ActionLine>([.. page.Items.Select(e => LineOf(e, caller))], page.Next));
    }

    // What an action is about is for its groups: an auditor outside them finds it by none of that.
    private static IQueryable<ActionEntry> Narrow(IQueryable<ActionEntry> actions, ActionFilter filter, Caller caller)
    {
        var isOutline = filter.Q is null && caller.Roles.Contains(Roles.Auditor);
        actions = isOutline ? actions : Whole(actions, caller);
        if (filter.State is { } state)
        {
            actions = actions.Where(e => e.State == state);
        }

        if (filter.Lead is { } lead)
        {
            actions = actions.Where(e => e.Lead == lead);
        }

        if (filter.Case is { } @case)
        {
            actions = actions.Where(e => e.CaseId == @case);
        }

        return SearchWords
            .Of(filter.Q)
            .Aggregate(
                actions,
                (found, word) =>
                    found.Where(e => e.MatchesSql('^', "d.data ->> 'text' like ^", SearchWords.Pattern(word)))
            );
    }

    private static ActionLine LineOf(ActionEntry entry, Caller caller)
    {
        var sheet =
            Visibility.Of(caller, entry.Groups, entry.Members) == Sight.Whole ? entry.Sheet : entry.Sheet.Outline();
        return new ActionLine(
            sheet.Id,
            sheet.Reference,
            sheet.Plan?.Title,
            sheet.State,
            sheet.Lead,
            sheet.CaseId,
            sheet.Plan?.Schedule.ReleaseAt,
            sheet.OpenedAt,
            sheet.ChangedAt,
            sheet.Version
        );
    }
}
