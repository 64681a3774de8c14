using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.CaseIntake.Cases.Questions;

/// <summary>
/// Who can give what on a case, under which instrument, on which conditions and by when; what is missing, and which open fact would
/// change the answer. Costs two queries, whatever the number of partners.
/// </summary>
internal static class PlanAssistance
{
    private const int MostPartners = 200;
    private const int LongestCode = 50;

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("/{id:guid}/plan", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary(
                "Plans whom to ask for what: each partner and kind with its basis, conditions, deadlines and open questions."
            )
            .WithDescription(
                "`partner` and `kind` may be repeated; without them all registered partners and the kinds already asked are planned."
            )
            .Produces<IReadOnlyList<PlanView>>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        string[]? partner,
        string[]? kind,
        AuthoritySession session,
        Caller caller,
        LawBookCache law,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var shape = new Shape()
            .WordsOf("kind", kind, [.. Vocabulary.Assistance])
            .Words("partner", partner, MostPartners, LongestCode);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var (file, _) = await session.LoadAsync<Case>(id, cancellation);
        if (CaseVisibility.Hides(file, caller) is not null)
        {
            return Problems.NotFound();
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var book = await law.BookAsync(today, cancellation);
        foreach (var (code, i) in (partner ?? []).Select((code, i) => (code, i)))
        {
            shape.Must(
                book.Authority(code) is not null,
                $"partner[{i}]",
                "authority-unknown",
                "The registry knows no such authority."
            );
        }

        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var kinds =
            kind is { Length: > 0 } ? kind
            : file.Ask is { Assistance.Length: > 0 } ask ? ask.Assistance
            : [.. Vocabulary.Assistance];
        var language = LanguageOf.Answer(http);
        return Results.Ok(
            Planner
                .Plan(book, Question(file, session.Authority, today, partner, kinds))
                .Select(line => PlanView.Of(line, book, language))
                .ToList()
        );
    }

    private static PlanQuestion Question(Case file, string from, DateOnly today, string[]? partners, string[] kinds) =>
        new()
        {
            From = from,
            At = today,
            Partners = [.. Shapes.Distinct(partners)],
            Kinds = [.. kinds.Distinct(StringComparer.Ordinal)],
            Subject = QuestionWords.SubjectOf(file.Matter, today),
        };
}
