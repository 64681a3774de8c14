using CaseCoordination.EnforcementActions.Deconfliction.Checks;
using CaseCoordination.EnforcementActions.Deconfliction.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;
using Marten.Linq.MatchesSql;

namespace CaseCoordination.EnforcementActions.Deconfliction.Questions;

/// <summary>An inquiry of another authority as a reader sees it.</summary>
/// <param name="IsOutline">True when the reader may know who asked and when, and not about what.</param>
/// <param name="ActionId">The asker's action, which is not known here.</param>
/// <param name="Number">Counts the inquiries of that action.</param>
/// <param name="Sought">Identifiers that were asked about, as <c>scheme:value</c>.</param>
/// <param name="Answer">Absent for those who do not audit.</param>
public sealed record InquiryLine(
    Guid Id,
    string Asker,
    DateTimeOffset At,
    bool IsOutline,
    Guid? ActionId,
    int? Number,
    IReadOnlyList<string> Sought,
    IReadOnlyList<string> Places,
    DateTimeOffset? From,
    DateTimeOffset? Until,
    InquiryReply? Answer
);

/// <summary>What was answered to an inquiry.</summary>
/// <param name="Outcome">hit, no-hit or declined.</param>
/// <param name="Declined">too-many: it was asked more often that day than is answered.</param>
/// <param name="Letter">How far the answer is on its way.</param>
public sealed record InquiryReply(string Outcome, IReadOnlyList<Hit> Hits, string? Declined, string Letter);

/// <summary>What an authority's list of inquiries is narrowed to.</summary>
public sealed record InquiryFilter(string? Asker = null, string? Cursor = null, int? Size = null);

/// <summary>Lists what other authorities asked about measures against their targets, newest first, a page at a time.</summary>
internal static class ListInquiries
{
    public static void Map(IEndpointRouteBuilder deconfliction) =>
        deconfliction
            .MapGet("/inquiries", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Lists inquiries of other authorities about targets, and what was answered, newest first.")
            .WithDescription(
                "For the groups to which inquiries are shown. What was answered is for their auditors alone: a hit would tell "
                    + "the others of a measure that they may not know. Auditors outside the groups see who asked and when. Filter: "
                    + "`asker` (authority code). `size` up to 200; `cursor` is the `next` of the page before."
            )
            .Produces<Page<InquiryLine>>();

    private static async Task<IResult> HandleAsync(
        [AsParameters] InquiryFilter filter,
        AuthoritySession session,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var shape = new Shape().Paged(filter.Cursor, filter.Size, out var paging).Optional("asker", filter.Asker, 50);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        IQueryable<InquiryRecord> query = session.Documents.Query<InquiryRecord>();
        if (!caller.Roles.Contains(Roles.Auditor))
        {
            query = query.Where(e => e.MatchesSql('^', Visibility.WholeSql, Visibility.WholeArguments(caller)));
        }

        if (filter.Asker is { } asker)
        {
            query = query.Where(e => e.Asker == asker);
        }

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
        return Results.Ok(new Page<InquiryLine>([.. page.Items.Select(e => LineOf(e, caller))], page.Next));
    }

    private static InquiryLine LineOf(InquiryRecord record, Caller caller) =>
        Visibility.Of(caller, record.Groups, record.Members) != Sight.Whole
            ? new(record.Id, record.Asker, record.At, true, null, null, [], [], null, null, null)
            : new(
                record.Id,
                record.Asker,
                record.At,
                false,
                record.ActionId,
                record.Number,
                record.Sought,
                record.Places,
                record.From,
                record.Until,
                caller.Roles.Contains(Roles.Auditor) ? ReplyTo(record) : null
            );

    private static InquiryReply ReplyTo(InquiryRecord record) =>
        new(
            record.Declined is not null ? "declined"
                : record.Hits.Count > 0 ? "hit"
                : "no-hit",
            record.Hits,
            record.Declined,
            record.Answer
        );
}
