using CaseCoordination.AccessPoint.Border;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyLaw;
using Marten;

namespace CaseCoordination.AccessPoint.Letters;

/// <summary>Where is my letter, who has it, why was it refused: each letter's life, for those who may see its matter.</summary>
public static class ReadLetters
{
    private const int DefaultSize = 50;
    private const int LargestSize = 200;
    private const int LongestFilter = 100;

    internal static void Map(IEndpointRouteBuilder app)
    {
        var letters = app.MapGroup("/api/letters").RequireRoles(Roles.Staff).WithTags("Letters");
        letters
            .MapGet("/", ListAsync)
            .WithSummary("Letters of your authority that you may see, newest first.")
            .Produces<Page<LetterSummary>>();
        letters
            .MapGet("/{letterId:guid}", ShowAsync)
            .WithSummary("One letter with its evidence and legal basis, and the decisions on it.")
            .WithDescription(
                "`decisions` holds your authority's own decision explained in full, and of the other side's only the code and what "
                    + "it means, in English, or in Spanish where `Accept-Language` prefers it. Citations are not translated."
            )
            .Produces<LetterLife>();
        letters
            .MapGet("/{letterId:guid}/decision", ShowDecisionAsync)
            .WithSummary("Your authority's own decision on a letter, whole, as it was frozen and can be replayed.");
    }

    private static async Task<IResult> ListAsync(
        AuthoritySession session,
        Caller caller,
        Guid? conversation,
        string? direction,
        string? state,
        string? counterpart,
        string? kind,
        string? cursor,
        int? size,
        CancellationToken cancellation
    )
    {
        var shape = new Shape().Must(
            size is null or (>= 1 and <= LargestSize),
            "size",
            "out-of-range",
            $"1 to {LargestSize}."
        );
        var at = default(DateTimeOffset);
        if (!Cursor.TryRead(cursor, out var after) || after?.TryInstant(out at) == false)
        {
            shape.Wrong("cursor", "cursor-malformed", "Use a cursor as a page gave it.");
        }

        if (direction is not null)
        {
            shape.OneOf("direction", direction, ["outbound", "inbound"]);
        }

        shape
            .Optional("state", state, LongestFilter)
            .Optional("counterpart", counterpart, LongestFilter)
            .Optional("kind", kind, LongestFilter);

        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var found = Visible(session.Documents.Query<LetterView>(), caller);
        found = conversation is { } id ? found.Where(l => l.ConversationId == id) : found;
        found = direction is not null ? found.Where(l => l.Direction == direction) : found;
        found = state is not null ? found.Where(l => l.State == state) : found;
        found = counterpart is not null ? found.Where(l => l.Counterpart == counterpart) : found;
        found = kind is not null ? found.Where(l => l.Kind == kind) : found;
        if (after is not null)
        {
            found = found.Where(l => l.SubmittedAt < at || (l.SubmittedAt == at && l.Id.CompareTo(after.Id) < 0));
        }

        var take = size ?? DefaultSize;
        var rows = await found
            .OrderByDescending(l => l.SubmittedAt)
            .ThenByDescending(l => l.Id)
            .Take(take + 1)
            .ToListAsync(cancellation);
        var page = Pages.Cut(rows, take, l => Cursor.At(l.SubmittedAt, l.Id));
        return Results.Ok(new Page<LetterSummary>(page.Items.Select(LetterSummary.Of).ToList(), page.Next));
    }

    private static async Task<IResult> ShowAsync(
        Guid letterId,
        AuthoritySession session,
        Caller caller,
        HttpContext http,
        CancellationToken cancellation
    ) =>
        await FindAsync(letterId, session, caller, cancellation) is { } view
            ? Results.Ok(LetterLife.Of(view, LanguageOf.Answer(http)))
            : Problems.NotFound();

    private static async Task<IResult> ShowDecisionAsync(
        Guid letterId,
        AuthoritySession session,
        Caller caller,
        CancellationToken cancellation
    ) =>
        await FindAsync(letterId, session, caller, cancellation) is { } view
            ? Results.Text(view.OwnDecision, "application/json")
            : Problems.NotFound();

    private static Task<LetterView?> FindAsync(
        Guid id,
        AuthoritySession session,
        Caller caller,
        CancellationToken cancellation
    ) =>
        Visible(session.Documents.Query<LetterView>(), caller)
            .Where(l => l.Id == id)
            .SingleOrDefaultAsync(cancellation);

    // The one place that decides who sees a letter: auditors all, others those of the groups that its matter is open to.
    private static IQueryable<LetterView> Visible(IQueryable<LetterView> letters, Caller caller)
    {
        if (caller.Roles.Contains(Roles.Auditor))
        {
            return letters;
        }

        var groups = caller.Groups.ToArray();
        return letters.Where(l => l.VisibleTo.Any(g => groups.Contains(g)));
    }
}

/// <summary>A letter in a list.</summary>
public sealed record LetterSummary(
    Guid LetterId,
    string Direction,
    string Counterpart,
    string Kind,
    Guid ConversationId,
    string State,
    DateTimeOffset SubmittedAt,
    DateTimeOffset ChangedAt,
    string Instrument,
    string? Reason
)
{
    internal static LetterSummary Of(LetterView v) =>
        new(
            v.Id,
            v.Direction,
            v.Counterpart,
            v.Kind,
            v.ConversationId,
            v.State,
            v.SubmittedAt,
            v.ChangedAt,
            v.Instrument,
            v.Reason
        );
}

/// <summary>A letter's whole life.</summary>
public sealed record LetterLife(
    Guid LetterId,
    string Direction,
    string Sender,
    string Recipient,
    string Kind,
    Guid ConversationId,
    string State,
    string? Reason,
    string? Explanation,
    string? SubmittedBy,
    DateTimeOffset SubmittedAt,
    DateTimeOffset ChangedAt,
    DateTimeOffset? GiveUpAt,
    bool HasDiverged,
    string ContentHash,
    LetterBasis Basis,
    IReadOnlyList<LetterDecision> Decisions,
    IReadOnlyList<LetterObligation> Obligations,
    IReadOnlyList<Domain.Evidence> Evidence
)
{
    internal static LetterLife Of(LetterView v, Language language) =>
        new(
            v.Id,
            v.Direction,
            v.Sender,
            v.Recipient,
            v.Kind,
            v.ConversationId,
            v.State,
            v.Reason,
            v.Explanation is not null && language != Language.English
                ? ReasonWords.For(v.Reason!, language)
                : v.Explanation,
            v.SubmittedBy,
            v.SubmittedAt,
            v.ChangedAt,
            v.GiveUpAt,
            v.HasDiverged,
            v.ContentHash,
            LetterBasis.Of(v),
            LetterDecision.Of(v, language),
            ObligationsJson.Read(v.Obligations),
            v.Evidence
        );
}

/// <summary>What a letter rests on; of a sender's decision the recipient reads the outcome only as it is meant for it.</summary>
public sealed record LetterBasis(string Outcome, string Instrument, string? Version, string[] Citations)
{
    internal static LetterBasis Of(LetterView v) =>
        new(v.IsOutbound ? v.Outcome : LetterDecision.ToldOutcome(v), v.Instrument, v.Version, v.Citations);
}
