using CaseCoordination.DataSharing.AutomaticAnswers.Questions;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Questions;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;
using Marten;

namespace CaseCoordination.DataSharing.AutomaticAnswers;

/// <summary>Weighs a rule, in force or not, against requests of the past: what it would have answered, and why not the others.</summary>
internal static class TryRule
{
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder rules) =>
        rules
            .MapPost("/{id:guid}/dry-run", HandleAsync)
            .RequireRoles(Roles.DataSteward, Roles.Approver, Roles.Counsel)
            .WithSummary("Tries a rule on past requests that the caller may know, newest first. Gives nothing.")
            .WithDescription(
                "At most 200 requests between `from` and `to` (days, UTC). Each is weighed as of the time it arrived, by the law "
                    + "of that day; records are counted as they are now."
            )
            .Produces<TriedRule>()
            .ProducesProblem(404);

    private static async Task<IResult> HandleAsync(
        Guid id,
        Body body,
        AuthoritySession session,
        Caller caller,
        LawBookCache law,
        AutomaticPackage packages,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var shape = new Shape().Date("from", body.From).Date("to", body.To);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        if (await session.Documents.LoadAsync<RuleEntry>(id, cancellation) is not { Rule: var rule })
        {
            return Problems.NotFound();
        }

        var snapshot = await law.SnapshotAsync(cancellation);
        var language = LanguageOf.Answer(http);
        var tried = new List<TriedRequest>();
        foreach (var entry in await PastAsync(session, caller, body, cancellation))
        {
            var (request, _) = await session.LoadAsync<Request>(entry.Id, cancellation);
            var calendars = await Calendars.LoadAsync(session, [request.Asked, request.Asker], cancellation);
            var at = entry.OpenedAt;
            var verdict = RuleMatch.Weigh(
                rule,
                request,
                snapshot.BookOn(calendars.DayOf(session.Authority, at)),
                calendars,
                at
            );
            var records = verdict.Answers
                ? await packages.CountAsync(session, RuleMatch.AskOf(request)!, cancellation)
                : (long?)null;
            string[] reasons =
                records is { } count && (count == 0 || count > rule.Terms.MostRecords)
                    ? [count == 0 ? "no-records" : "too-many-records"]
                    : verdict.Reasons;
            tried.Add(
                new TriedRequest(
                    request.Id,
                    request.Reference,
                    request.Asker,
                    at,
                    reasons.Length == 0,
                    reasons,
                    [.. reasons.Select(r => ReasonWords.Of(r, language))],
                    records
                )
            );
        }

        return Results.Ok(new TriedRule(tried.Count, tried.Count(t => t.Answers), tried));
    }

    private static async Task<IReadOnlyList<RequestEntry>> PastAsync(
        AuthoritySession session,
        Caller caller,
        Body body,
        CancellationToken cancellation
    )
    {
        var from = new DateTimeOffset(Requests.RequestShapes.Day(body.From!), TimeOnly.MinValue, TimeSpan.Zero);
        var to = new DateTimeOffset(Requests.RequestShapes.Day(body.To!), TimeOnly.MinValue, TimeSpan.Zero).AddDays(1);
        var asked = Kebab.Of(Side.Asked);
        return await RequestSearch
            .Visible(
                session
                    .Documents.Query<RequestEntry>()
                    .Where(e => e.Side == asked && e.OpenedAt >= from && e.OpenedAt < to),
                caller
            )
            .OrderByDescending(e => e.OpenedAt)
            .Take(Most)
            .ToListAsync(cancellation);
    }

    public sealed record Body(string? From, string? To);
}

/// <summary>What a rule would have done.</summary>
/// <param name="Weighed">Requests that were weighed.</param>
/// <param name="Answered">Those that it would have answered, the day's limit aside.</param>
public sealed record TriedRule(int Weighed, int Answered, IReadOnlyList<TriedRequest> Requests);

/// <summary>What a rule would have done with one request.</summary>
/// <param name="Reasons">Why a person would have had to answer; codes, then the same in words.</param>
/// <param name="Records">Records that the answer would hold.</param>
public sealed record TriedRequest(
    Guid Request,
    string Reference,
    string Asker,
    DateTimeOffset ArrivedAt,
    bool Answers,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<string> Explanation,
    long? Records
);
